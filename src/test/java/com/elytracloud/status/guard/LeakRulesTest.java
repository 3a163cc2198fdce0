package com.elytracloud.status.guard;

import java.util.List;
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

    static Stream<Arguments> leaks() {
        return LeakRules.ALL.stream().flatMap(rule -> rule.leaks().stream().map(leak -> Arguments.of(rule, leak)));
    }

    static Stream<Arguments> innocent() {
        return LeakRules.ALL.stream().flatMap(rule -> rule.innocent().stream().map(text -> Arguments.of(rule, text)));
    }
}
