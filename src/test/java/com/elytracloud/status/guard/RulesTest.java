package com.elytracloud.status.guard;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each rule finds its own examples, alone and among other words, and accepts its counterexamples. */
class RulesTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    @Test
    void theTableIsReadToItsEnd() {
        List<Rule> rules = Rule.ALL;

        assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates().startsWith("replacement-character");
        assertThat(rules).last().extracting(Rule::id).isEqualTo("cloud-id");
        assertThat(rules.stream().filter(Rule::isAddress).map(Rule::id).limit(2))
                .as("rules that do not see addresses that may be published")
                .containsExactly("ipv4", "ipv6");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.Rule#table")
    void aRuleFindsItsExamplesAndNoOther(Rule rule) {
        assertThat(examples(rule, "refuse")).isNotEmpty().allMatch(rule::isBrokenBy);
        assertThat(examples(rule, "accept")).isNotEmpty().noneMatch(rule::isBrokenBy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.Rule#table")
    void whatARuleAcceptsNoOtherRefuses(Rule rule) {
        TextScanner scanner = new GuardStage().scanner();
        List<String> accepted = examples(rule, "accept").stream()
                .filter(text -> !scanner.brokenBy(text).isEmpty())
                .toList();

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.Rule#table")
    void aRuleSaysWhatItFoundAndWhatToDo(Rule rule) {
        assertThat(rule.id()).matches("[a-z0-9-]{2,24}");
        assertThat(Path.of("docs/guard.md"))
                .content()
                .contains("| `%s` | %s |".formatted(rule.id(), rule.broken().reason()));
        assertThat(rule.broken().reason()).isNotBlank();
        assertThat(rule.broken().advice()).endsWith(".");
    }

    private static List<String> examples(Rule rule, String key) {
        return Arrays.stream(rule.parts().get(key).split(" ¦ "))
                .map(example -> ESCAPE.matcher(example)
                        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16))))
                .toList();
    }
}
