package com.elytracloud.status.guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressesTest {
    private final TextScanner scanner = new GuardStage()
            .with("STATUS_PUBLIC_URL", "https://status.acme.co.uk/status.json")
            .with("SITE_HOME_URL", "https://acme-site.nyc3.cdn.digitaloceanspaces.com/index.html")
            .with("PUBLIC_ADDRESSES", "example.com, help@mail.example, +49 30 1234567, *.acme.dev, müller.example")
            .insideName("kuma.example.com")
            .insideName("status.acme.co.uk") // a setting of ours that names the site itself
            .secret("acme.co.uk/status.json")
            .scanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://status.acme.co.uk/ and acme.co.uk.",
                "See https://status.acme.co.uk/status.json, or acme.co.uk/status.json.",
                "www.acme.co.uk, shop.example.com",
                "Write to support@example.com.",
                "Write to help@mail.example or call +49 30 1234567.",
                "https://example.com/help?a=b#c",
                "docs.acme.dev:443",
                "müller.example",
                "EXAMPLE.COM",
                "https://acme-site.nyc3.cdn.digitaloceanspaces.com/status.json"
            })
    void theCompanysOwnAddressesArePublished(String text) {
        assertThat(scanner.brokenBy(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kuma.example.com",
                "db-01.example.com",
                "redis.internal.example.com",
                "notexample.com",
                "example.com.evil.org",
                "https://user:pw@example.com/",
                "example.com:5432",
                "jane@mail.example",
                "other-site.nyc3.cdn.digitaloceanspaces.com",
                "co.uk.example.org"
            })
    void othersAreNot(String text) {
        assertThat(scanner.brokenBy(text)).isNotEmpty();
    }
}
