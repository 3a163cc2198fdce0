package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts that must be refused and texts that must pass; the files can be exchanged for larger ones. */
class CorporaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TextScanner scanner = new GuardStage()
            .with("STATUS_PUBLIC_URL", "https://status.elytracloud.com/status.json")
            .with("PUBLIC_ADDRESSES", "elytracloud.com,elytracloud.de,elytracloud.es,elytracloud.fr")
            .scanner();

    @Test
    void everythingThatMustBeRefusedIsRefusedAloneAndInASentence() throws IOException {
        List<String> missed = lines("refuse").stream()
                .filter(line -> line.get("must").asBoolean())
                .map(line -> line.get("text").asText())
                .filter(text -> accepts(text) || accepts("The team looked at " + text + ", and it is fine again."))
                .toList();

        assertThat(missed).isEmpty();
    }

    @Test
    void almostEverythingIsRefusedBetweenAnyCharacters() throws IOException {
        List<JsonNode> all = lines("refuse-in-context");
        List<String> missed = all.stream()
                .map(line -> line.get("text").asText())
                .filter(this::accepts)
                .toList();

        assertThat(missed).as(missed.toString()).hasSizeLessThanOrEqualTo(all.size() / 100);
    }

    @Test
    void almostEveryInnocentTextIsAccepted() throws IOException {
        List<JsonNode> all = lines("pass");
        List<String> refused = all.stream()
                .map(line -> line.get("text").asText())
                .filter(text -> !accepts(text))
                .toList();

        assertThat(refused).as(refused.toString()).hasSizeLessThanOrEqualTo(all.size() / 50);
    }

    @Test
    void ordinaryNoticesAreAcceptedWhateverAMonitorIsCalled() throws IOException {
        assertThat(lines("notices-beside-monitors"))
                .isNotEmpty()
                .allMatch(line -> accepts(
                        line.isTextual() ? line.asText() : line.get("text").asText()));
    }

    /** Texts in which figures, files, products and hours look like machines and addresses. */
    @Test
    void everyOrdinaryAnnouncementOfOurOwnIsAccepted() throws IOException {
        assertThat(content("pass-own.txt").lines()).isNotEmpty().allMatch(this::accepts);
    }

    @Test
    void everyLeakOfOurOwnIsRefusedAloneAndInASentence() throws IOException {
        assertThat(content("refuse-own.txt").lines())
                .isNotEmpty()
                .noneMatch(this::accepts)
                .noneMatch(text -> accepts("The team looked at " + text + ", and it is fine again."));
    }

    private boolean accepts(String text) {
        return scanner.brokenBy(text).isEmpty();
    }

    private static List<JsonNode> lines(String name) throws IOException {
        String all = content(name + ".jsonl").strip();
        return List.of(JSON.readValue("[" + all.replace('\n', ',') + "]", JsonNode[].class));
    }

    private static String content(String file) throws IOException {
        try (InputStream in = CorporaTest.class.getResourceAsStream("/guard/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
