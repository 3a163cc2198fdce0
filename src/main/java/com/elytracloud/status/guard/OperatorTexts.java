package com.elytracloud.status.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.TextGuard.BrokenRule;

/** The public texts of the settings: what the guard would refuse is a configuration error at start. */
@Singleton
record OperatorTexts(SettingsReader reader, TextScanner scanner) implements SettingsSection {
    static final List<String> TEXTS = List.of(
            "BACKUP_POLICY_TEXT",
            "INFRASTRUCTURE_MODEL",
            "INFRASTRUCTURE_REGIONS",
            "INFRASTRUCTURE_NOTES",
            "COMPONENTS",
            "SITE_TITLE");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://)?(?:\\*\\.)?(?:[^\\s@/]+@)?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+(?:[:/]\\S*)?|\\+?[\\d ()/-]{5,}");

    @Inject
    OperatorTexts(Variables variables, TextScanner scanner) {
        this(new SettingsReader(variables, Set.of(Capability.ASSESS, Capability.PUBLISH)), scanner);
        if (!reader.list("PUBLIC_ADDRESSES").stream()
                .allMatch(entry -> ADDRESS.matcher(entry).matches())) {
            reader.refuse(
                    "PUBLIC_ADDRESSES",
                    "holds an entry that is no address; allowed are hosts, domains, e-mail addresses and phone numbers,"
                            + " separated by commas");
        }
    }

    // Not when the bean is made: the values come from all sections.
    @Override
    public List<Problem> problems() {
        Stream<Problem> texts = TEXTS.stream().flatMap(variable -> scanner.brokenBy(reader.text(variable, "")).stream()
                .map(rule -> problem(variable, rule)));
        return Stream.concat(texts, reader.problems().stream()).toList();
    }

    private static Problem problem(String variable, BrokenRule rule) {
        return new Problem(
                variable, "is public and holds %s (rule '%s'). %s".formatted(rule.reason(), rule.id(), rule.advice()));
    }
}
