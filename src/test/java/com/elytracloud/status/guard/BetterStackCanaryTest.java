package com.elytracloud.status.guard;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.betterstack.BetterStackReplies;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.run.Finding;

import static com.elytracloud.status.guard.GuardStage.WEBSITES;
import static com.elytracloud.status.guard.GuardStage.component;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever Better Stack calls and watches stops a publication that says it. */
class BetterStackCanaryTest {
    private static final PublicTexts TEXTS = new PublicTexts("Nightly.", "Droplets.", List.of("nyc3"), "Monitored.");

    @ParameterizedTest
    @MethodSource("words")
    void aWordOfTheListingIsRefused(String word) throws IOException {
        PublicTexts planted = new PublicTexts(TEXTS.backupPolicy(), "About " + word + ".", TEXTS.regions(), "");

        assertThat(findings(planted)).extracting(Finding::pointer).contains("/infrastructure/model");
    }

    @Test
    void withoutSuchAWordNothingIsFound() throws IOException {
        assertThat(findings(TEXTS)).isEmpty();
    }

    @Test
    void aNameIsPublicAsTheComponentThatTheMonitorDecides() throws IOException {
        assertThat(new GuardStage().findings(fleet(), TEXTS, List.of(component("Legacy shop", "258306"))))
                .isEmpty();
        assertThat(new GuardStage().findings(fleet(), TEXTS, List.of(component("Legacy shop", "258301"))))
                .isNotEmpty();
    }

    // Names, addresses, and of an address its host, authority and deeper path.
    static Stream<String> words() {
        return Stream.of(
                "Aurora Bakery shop",
                "https://shop.aurora-bakery.example/checkout/start",
                "shop.aurora-bakery.example",
                "/checkout/start",
                "Cirrus intranet gateway",
                "vpn.cirrus-internal.example:8443",
                "Droplet fra1-07 ping",
                "10.20.30.47",
                "Managed database primary",
                "db-primary-do-user-4711.example",
                "Legacy shop",
                "Delta relaunch",
                "Mail relay",
                "Epsilon staging");
    }

    private static List<Finding> findings(PublicTexts texts) throws IOException {
        return new GuardStage().findings(fleet(), texts, List.of(WEBSITES));
    }

    private static MonitorFleet fleet() throws IOException {
        return BetterStackReplies.fleet(BetterStackReplies.reply("monitors.json"));
    }
}
