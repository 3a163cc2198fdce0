package com.elytracloud.status.guard;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each rule finds its own examples, alone and among other words, and accepts its counterexamples. */
class RulesTest {
    @Test
    void theTableIsReadToItsEnd() {
        List<Rule> rules = RuleTable.read();

        assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates().startsWith("replacement-character");
        assertThat(rules).last().extracting(Rule::id).isEqualTo("cloud-id");
        assertThat(rules.stream().filter(Rule::isAddress).map(Rule::id).limit(2))
                .as("rules that do not see addresses that may be published")
                .containsExactly("ipv4", "ipv6");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.RuleTable#read")
    void aRuleFindsItsExamplesAndNoOther(Rule rule) {
        assertThat(rule.refused()).isNotEmpty().allMatch(rule::isBrokenBy);
        assertThat(rule.accepted()).isNotEmpty().noneMatch(rule::isBrokenBy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.RuleTable#read")
    void whatARuleAcceptsNoOtherRefuses(Rule rule) {
        TextScanner scanner = new GuardStage().scanner();
        List<String> accepted = rule.accepted().stream()
                .filter(text -> !scanner.brokenBy(text).isEmpty())
                .toList();

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.RuleTable#read")
    void aRuleSaysWhatItFoundAndWhatToDo(Rule rule) {
        assertThat(rule.id()).matches("[a-z0-9-]{2,24}");
        assertThat(Path.of("docs/guard.md")).content().contains("| `%s` | %s |".formatted(rule.id(), rule.reason()));
        assertThat(rule.reason()).isNotBlank();
        assertThat(rule.advice()).endsWith(".");
    }
}
