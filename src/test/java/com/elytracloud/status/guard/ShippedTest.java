package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.site.Sample;
import com.elytracloud.status.site.SiteIdentity;
import com.elytracloud.status.site.StaticSite;

import static org.assertj.core.api.Assertions.assertThat;

/** What no run can put a word into is not read at each run; here it is read once. */
class ShippedTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<SiteFile> SITE = new StaticSite(SiteIdentity.DEFAULT)
            .render(Sample.OPERATIONAL.status(NOW), Sample.OPERATIONAL.history(NOW));

    @Test
    void scriptsAndSchemasAreShippedAndDocumentsAreNot() {
        assertThat(SITE)
                .filteredOn(Shipped::is)
                .extracting(SiteFile::path)
                .allMatch(path -> path.matches("(.*\\.)?(schema\\.json|js|d\\.ts)"), "is a script or a schema")
                .anyMatch(path -> path.matches("page\\.[a-p]{12}\\.js"))
                .contains("status-card.js", "status.schema.json", "history.schema.json");
    }

    @Test
    void oneByteMakesItAnother() {
        SiteFile script = SITE.stream()
                .filter(file -> file.path().matches("page\\.[a-p]{12}\\.js"))
                .findFirst()
                .orElseThrow();
        String altered = new String(script.bytes(), StandardCharsets.UTF_8) + "\n";

        assertThat(Shipped.is(file(script.path(), altered))).isFalse();
        assertThat(Shipped.is(file("other.js", new String(script.bytes(), StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void nothingInThemMustNotLeave() throws UnreadableFileException {
        LeakScan scan = new LeakScan(
                new PublicAddress(Optional.empty()), new SecretScan(List.of()), new InsideNames(List.of()));
        List<SiteFile> shipped = SITE.stream().filter(Shipped::is).toList();

        for (SiteFile file : shipped) {
            assertThat(PublicStrings.of(file))
                    .filteredOn(string -> !string.text().equals(file.path()))
                    .isNotEmpty()
                    .allSatisfy(string -> assertThat(scan.rulesBrokenBy(string.text()))
                            .as("%s: %s", file.path(), string.text())
                            .isEmpty());
        }
    }

    private static SiteFile file(String path, String text) {
        return new SiteFile(
                path, "text/javascript; charset=utf-8", Caching.IMMUTABLE, text.getBytes(StandardCharsets.UTF_8));
    }
}
