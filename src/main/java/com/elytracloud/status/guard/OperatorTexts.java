package com.elytracloud.status.guard;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** The public texts of the settings: what the guard would refuse is a configuration error at start. */
@Singleton
final class OperatorTexts implements SettingsSection {
    static final List<String> TEXTS = List.of(
            "BACKUP_POLICY_TEXT",
            "INFRASTRUCTURE_MODEL",
            "INFRASTRUCTURE_REGIONS",
            "INFRASTRUCTURE_NOTES",
            "COMPONENTS",
            "SITE_TITLE");

    private static final String PUBLIC_ADDRESSES = "PUBLIC_ADDRESSES";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://)?(?:\\*\\.)?(?:[^\\s@/]+@)?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+(?:[:/]\\S*)?|\\+?[\\d ()/-]{5,}");

    private final Variables variables;
    private final SensitiveValues values;

    OperatorTexts(Variables variables, SensitiveValues values) {
        this.variables = variables;
        this.values = values;
    }

    @Override
    public List<Problem> problems() {
        TextScanner scanner = values.scanner();
        Stream<Problem> texts = TEXTS.stream().flatMap(variable -> variables.find(variable).stream()
                .flatMap(text -> scanner.brokenBy(text).stream())
                .map(rule -> problem(variable, rule)));
        boolean wrong = new SettingsReader(variables)
                .list(PUBLIC_ADDRESSES, "").stream()
                        .anyMatch(entry -> !ADDRESS.matcher(entry).matches());
        Stream<Problem> addresses = wrong
                ? Stream.of(new Problem(
                        PUBLIC_ADDRESSES,
                        "holds an entry that is no address; allowed are hosts, domains, e-mail addresses and phone numbers,"
                                + " separated by commas"))
                : Stream.empty();
        return Stream.concat(texts, addresses).toList();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return capability == Capability.ASSESS || capability == Capability.PUBLISH;
    }

    private static Problem problem(String variable, Rule rule) {
        return new Problem(
                variable, "is public and holds %s (rule '%s'). %s".formatted(rule.reason(), rule.id(), rule.advice()));
    }
}
