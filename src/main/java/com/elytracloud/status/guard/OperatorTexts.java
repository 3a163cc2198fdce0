package com.elytracloud.status.guard;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** The operator's own words, looked at before anything runs: what the guard would refuse is a wrong setting. */
@Singleton
final class OperatorTexts implements SettingsSection {
    private static final List<String> TEXTS = List.of(
            "BACKUP_POLICY_TEXT",
            "INFRASTRUCTURE_MODEL",
            "INFRASTRUCTURE_REGIONS",
            "INFRASTRUCTURE_NOTES",
            "COMPONENTS",
            "SITE_TITLE");

    private final Variables variables;
    private final Canaries canaries;

    OperatorTexts(Variables variables, Canaries canaries) {
        this.variables = variables;
        this.canaries = canaries;
    }

    @Override
    public List<Problem> problems() {
        LeakScan scan = canaries.scan();
        return TEXTS.stream()
                .flatMap(variable -> variables.find(variable).stream()
                        .flatMap(text -> scan.rulesBrokenBy(text).stream())
                        .map(rule -> problem(variable, rule)))
                .toList();
    }

    @Override
    public boolean servesFor(Purpose purpose) {
        return Stream.of(Purpose.ASSESS, Purpose.PUBLISH).anyMatch(purpose::equals);
    }

    private static Problem problem(String variable, String rule) {
        return new Problem(
                variable, "is public and breaks the guard's rule '%s'; docs/guard.md tells what to do".formatted(rule));
    }
}
