package com.elytracloud.status.guard;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.config.RunConfig;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.kuma.KumaReplies;
import com.elytracloud.status.run.Finding;

import static com.elytracloud.status.guard.GuardStage.WEBSITES;
import static com.elytracloud.status.guard.GuardStage.component;
import static org.assertj.core.api.Assertions.assertThat;

/** Plants each word that Uptime Kuma's recordings show into each text that an operator may write. */
@Tag("nightly")
class FleetCanaryTest {
    private static final List<String> RECORDINGS = List.of("2.5.3/metrics", "2.5.3/metrics-nasty-names");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Set<String> OURS = Set.of("monitor_id", "monitor_type", "window");
    private static final PublicTexts TEXTS = RunConfig.UNSAID;

    @ParameterizedTest(name = "{1}")
    @MethodSource("words")
    void aWordOfTheFleetIsRefusedInEveryTextAndName(String recording, String word) throws IOException {
        MonitorFleet fleet = fleet(recording);
        String planted = "We look after " + word + " with care";

        for (PublicTexts texts : planted(planted)) {
            assertThat(findings(fleet, texts, "Websites")).as("in %s", texts).isNotEmpty();
        }
        for (PublicTexts texts : planted(word)) {
            assertThat(findings(fleet, texts, "Websites"))
                    .as("alone in %s", texts)
                    .isNotEmpty();
        }
        assertThat(findings(fleet, TEXTS, planted)).as("in a component").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void configuredPublicNamesPass(String recording) throws IOException {
        GuardStage stage = new GuardStage().with("STATUS_PUBLIC_URL", "https://status.example.com/status.json");
        PublicTexts texts = new PublicTexts(
                TEXTS.backupPolicy(), TEXTS.infrastructureModel(), List.of("nyc3", "fra1"), "See status.example.com.");

        assertThat(stage.findings(fleet(recording), texts, List.of(WEBSITES, component("Databases", "5"))))
                .isEmpty();
    }

    @Test
    void aMonitorsNameIsPublicOnlyAsTheNameOfAComponentThatItDecides() throws IOException {
        MonitorFleet fleet = fleet("2.5.3/metrics");

        assertThat(new GuardStage().findings(fleet, TEXTS, List.of(component("Legacy shop", "8"))))
                .isEmpty();
        assertThat(new GuardStage().findings(fleet, TEXTS, List.of(component("Legacy shop", "1"))))
                .containsExactly(new Finding("monitor", "status.json", "/components/0/name"));
        assertThat(new GuardStage().findings(fleet, TEXTS, List.of(component("Our Legacy shop", "8"))))
                .isNotEmpty();
    }

    @Test
    void aMonitorOfThePublicAddressDoesNotMakeItInside() throws IOException {
        String metrics = new String(KumaReplies.recorded("2.5.3/metrics"), StandardCharsets.UTF_8)
                .replace("http://127.0.0.1:3010/internal", "https://status.example.com/status.json");
        MonitorFleet fleet = KumaReplies.fleet(metrics.getBytes(StandardCharsets.UTF_8), new byte[0]);
        PublicTexts texts = new PublicTexts("p", "m", List.of(), "See " + URI.create("https://status.example.com/"));

        assertThat(new GuardStage()
                        .with("STATUS_PUBLIC_URL", "https://status.example.com/status.json")
                        .findings(fleet, texts, List.of(WEBSITES)))
                .isEmpty();
    }

    static Stream<String> recordings() {
        return RECORDINGS.stream();
    }

    // By an expression of its own and not by the parser: a word that the parser drops must be refused all the same.
    static Stream<Arguments> words() {
        return recordings().flatMap(recording -> {
            Set<String> words = new TreeSet<>();
            String body = new String(KumaReplies.recorded(recording), StandardCharsets.UTF_8);
            for (String line : body.split("\n", -1)) {
                Matcher labels = LABEL.matcher(line.startsWith("monitor_") ? line : "");
                while (labels.find()) {
                    if (!OURS.contains(labels.group(1))) {
                        add(labels.group(2), words);
                    }
                }
            }
            return words.stream().map(word -> Arguments.of(recording, word));
        });
    }

    private static void add(String label, Set<String> words) {
        String word = label.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
        List<String> parts = new ArrayList<>(List.of(word));
        if (word.contains("://") && !word.endsWith("://")) {
            URI address = URI.create(word.replaceAll("[^\\w:/.?&=,-]", ""));
            parts.addAll(Stream.of(address.getHost(), address.getAuthority())
                    .filter(part -> part != null)
                    .toList());
        }
        parts.stream()
                .filter(part -> part.strip().length() >= 4 && !part.equals("null") && !part.equals("https://"))
                .forEach(words::add);
    }

    private static List<PublicTexts> planted(String text) {
        return List.of(
                new PublicTexts(text, TEXTS.infrastructureModel(), TEXTS.regions(), TEXTS.infrastructureNotes()),
                new PublicTexts(TEXTS.backupPolicy(), text, TEXTS.regions(), TEXTS.infrastructureNotes()),
                new PublicTexts(TEXTS.backupPolicy(), TEXTS.infrastructureModel(), List.of(text), TEXTS.backupPolicy()),
                new PublicTexts(TEXTS.backupPolicy(), TEXTS.infrastructureModel(), TEXTS.regions(), text));
    }

    private static List<Finding> findings(MonitorFleet fleet, PublicTexts texts, String component) {
        return new GuardStage()
                .findings(fleet, texts, List.of(component(component, "1"))).stream()
                        // A name that is too long for the schema is refused for that: here only the words count.
                        .filter(finding -> !finding.rule().startsWith("schema"))
                        .toList();
    }

    private static MonitorFleet fleet(String recording) throws IOException {
        return KumaReplies.fleet(KumaReplies.recorded(recording), new byte[0]);
    }
}
