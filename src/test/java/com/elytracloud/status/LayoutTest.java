package com.elytracloud.status;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class LayoutTest {
    private static final String ROOT = "com.elytracloud.status";
    private static final String BAD_ROOT = ROOT + ".testing.bad";

    /** The packages that have classes; add each here when it gets its first. */
    private static final Set<String> STANDING = Set.of(
            "domain",
            "assess",
            "contract",
            "run",
            "trigger",
            "config",
            "http",
            "betterstack",
            "kuma",
            "objectstore",
            "backup",
            "site",
            "guard",
            "alert",
            "watch",
            "publish",
            "state",
            "time",
            "function",
            "cli");

    private static final LayoutRules RULES = new LayoutRules(ROOT);
    private static final LayoutRules BAD_RULES = new LayoutRules(BAD_ROOT);
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses BAD = new ClassFileImporter().importPackages(BAD_ROOT);

    private static final Map<String, List<String>> OFFENCES = new HashMap<>();

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theProductKeepsTo(ArchRule rule) {
        rule.check(OURS);
    }

    @ParameterizedTest(name = "{1} breaks it: {0}")
    @MethodSource("breaches")
    void everyRuleWasSeenRed(ArchRule rule, String offender) {
        assertThat(offences(rule)).anyMatch(offence -> offence.contains(offender));
    }

    @ParameterizedTest(name = "{1} keeps to it: {0}")
    @MethodSource("exceptions")
    void whatIsAllowedIsNotReported(ArchRule rule, String innocent) {
        assertThat(offences(rule)).isNotEmpty().noneMatch(offence -> offence.contains(innocent));
    }

    @Test
    void noRuleIsWithoutABreach() {
        Set<String> seenRed = breaches()
                .map(breach -> ((ArchRule) breach.get()[0]).getDescription())
                .collect(Collectors.toSet());

        assertThat(BAD_RULES.all()).extracting(ArchRule::getDescription).allMatch(seenRed::contains);
    }

    @Test
    void thePackagesOfTheRulesExist() {
        assertThat(STANDING)
                .allMatch(part -> LayoutRules.SEES.containsKey(part) || LayoutRules.ENTRIES.contains(part))
                .allMatch(part -> OURS.containPackage(ROOT + "." + part));
    }

    static List<ArchRule> rules() {
        return RULES.all();
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                        each(
                                BAD_RULES.packagesSeeOnlyWhatTheyMay(),
                                "domain.SeesAssess",
                                "assess.SeesRun",
                                "run.SeesAnEdge",
                                "kuma.SeesAnotherEdge",
                                "site.SeesAnEntry",
                                "function.SeesAnotherEntry",
                                "util.Stranger"),
                        each(
                                BAD_RULES.domainAndAssessArePlainJava(),
                                "domain.ReadsFiles",
                                "domain.Logs",
                                "assess.SpeaksJson"),
                        each(BAD_RULES.onlyStatusDocumentsSeesTheDomain(), "contract.SeesTheDomain"),
                        each(BAD_RULES.theRunKnowsNoTechnology(), "run.SpeaksJson", "run.SpeaksRest", "run.SpeaksAws"),
                        each(BAD_RULES.theAwsSdkStaysAtItsEdges(), "kuma.SpeaksAws", "run.SpeaksAws"),
                        each(
                                BAD_RULES.onlyTimeAsksTheMachine(),
                                "assess.RefersToNow",
                                "assess.CallsNow",
                                "run.MakesAClock",
                                "run.AsksTheSystem",
                                "run.MakesADate"),
                        each(BAD_RULES.onlyTheCommandLineWritesToStreams(), "function.Prints"),
                        each(
                                BAD_RULES.noOneReadsTheEnvironment(),
                                "config.ReadsTheEnvironment",
                                "config.RefersToTheEnvironment"),
                        each(BAD_RULES.httpClientsStayInHttp(), "run.SpeaksRest", "kuma.RequestsByItself"),
                        each(BAD_RULES.onlyRetrySleeps(), "kuma.RetriesByItself"),
                        each(BAD_RULES.failuresOfCallsEndInTheExecutor(), "kuma.RetriesByItself"),
                        each(BAD_RULES.oneClassWalksCauses(), "kuma.RetriesByItself"),
                        each(BAD_RULES.packagesAreFreeOfCycles(), "domain.SeesAssess"))
                .flatMap(stream -> stream);
    }

    static Stream<Arguments> exceptions() {
        return Stream.of(
                        each(
                                BAD_RULES.packagesSeeOnlyWhatTheyMay(),
                                "assess.Judge.",
                                "contract.StatusDocuments",
                                "function.PutsTogether"),
                        each(BAD_RULES.domainAndAssessArePlainJava(), "domain.SeesAssess", "assess.Judge."),
                        each(BAD_RULES.onlyStatusDocumentsSeesTheDomain(), "contract.StatusDocuments"),
                        each(BAD_RULES.theAwsSdkStaysAtItsEdges(), "backup.Listing"),
                        each(BAD_RULES.onlyTimeAsksTheMachine(), "time.MakesTheClock"),
                        each(BAD_RULES.onlyTheCommandLineWritesToStreams(), "cli.Prints", "function.MetricLine"))
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> each(ArchRule rule, String... classes) {
        return Arrays.stream(classes).map(name -> arguments(rule, "<" + BAD_ROOT + "." + name));
    }

    private static List<String> offences(ArchRule rule) {
        return OFFENCES.computeIfAbsent(
                rule.getDescription(),
                any -> rule.evaluate(BAD).getFailureReport().getDetails());
    }
}
