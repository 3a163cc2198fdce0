package com.elytracloud.status.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each rule is held to the examples beside it. */
class LeakRulesTest {
    private static final LeakScan SCAN =
            new LeakScan(new PublicAddress(Optional.empty()), new SecretScan(List.of()), new InsideNames(List.of()));

    @ParameterizedTest(name = "{0} refuses {1}")
    @MethodSource("leaks")
    void aRuleRefusesItsOwnExamples(LeakRule rule, String leak) {
        assertThat(SCAN.rulesBrokenBy(leak)).contains(rule.id());
        assertThat(SCAN.rulesBrokenBy("Ask (" + leak + ") for it"))
                .as("within a sentence")
                .contains(rule.id());
    }

    @ParameterizedTest(name = "{0} passes {1}")
    @MethodSource("innocent")
    void whatARulePassesNoOtherRefuses(LeakRule rule, String innocent) {
        assertThat(rule.matches(innocent)).isFalse();
        assertThat(SCAN.rulesBrokenBy(innocent)).isEmpty();
    }

    @Test
    void everyRuleHasExamplesBothWaysAndAnIdOfItsOwn() {
        assertThat(LeakRules.ALL).extracting(LeakRule::id).doesNotHaveDuplicates();
        assertThat(LeakRules.ALL).allSatisfy(rule -> {
            assertThat(rule.leaks()).as(rule.id()).isNotEmpty();
            assertThat(rule.innocent()).as(rule.id()).isNotEmpty();
            assertThat(rule.meaning()).isNotBlank();
        });
    }

    @Test
    void theSignsOfARuleAreInWhateverItsPatternFinds() throws IOException {
        List<String> texts = Stream.concat(
                        LeakRules.ALL.stream()
                                .flatMap(rule -> Stream.concat(rule.leaks().stream(), rule.innocent().stream()))
                                .flatMap(text ->
                                        Stream.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))),
                        corpora())
                .toList();

        assertThat(texts).hasSizeGreaterThan(500);
        LeakRules.ALL.forEach(rule ->
                assertThat(texts).as(rule.id()).allMatch(text -> rule.matches(text) == rule.matchesPattern(text)));
    }

    // Every line of every text that a test of ours reads.
    private static Stream<String> corpora() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Arrays.asList(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n", 400)));
            }
        }
        return lines.stream().filter(line -> line.length() < 5_000);
    }

    static Stream<Arguments> leaks() {
        return LeakRules.ALL.stream().flatMap(rule -> rule.leaks().stream().map(leak -> Arguments.of(rule, leak)));
    }

    static Stream<Arguments> innocent() {
        return LeakRules.ALL.stream().flatMap(rule -> rule.innocent().stream().map(text -> Arguments.of(rule, text)));
    }
}
