package com.elytracloud.status.faults;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.faults.Promise.Around;

/** {@code docs/reliability.md}, made of the promises that tests keep. */
final class ReliabilityPage {
    private static final String HEAD = """
            # What happens when something breaks

            Written by `mvn -Dquick -Dtest=ReliabilityPageTest -Dreliability.write=true test` from the tests of each line.

            Each fault is run by the packaged function under Lambda's runtime client, or, if it needs other settings, by the function
            within a test: a good run, the fault, another run. "CLI": also by the packaged command line, once for each kind. "Set
            clock": in the test's process, between stub sources. Also checked each time: the run ends within 30 s, public files
            follow their schema, `updated_at` goes back only to correct a clock more than 15 minutes ahead, and no secret is in a
            report, error, log or file. Those marked "hangs" have `RUN_DEADLINE=PT12S` and end within 15 s; one has the default.

            A run publishes unless its row says otherwise. "Never" lists what the test rules out in addition.

            Nightly (`mvn -Pnightly verify`), `SoakIT` repeats runs in one process with up to two random faults at a time, sometimes
            next to a second process, and checks the promises after each: operational only on evidence, no number without data, the
            age is published, nothing internal is published, no older run overwrites a newer one, a run ends within 30 s, heap and
            threads do not grow. `SiteUnderLoadIT` serves the site at 1,000 and 50,000 requests a minute while a browser opens it.
            """;
    private static final String COLUMNS = """
            | when | public afterwards | the operator finds |
            | --- | --- | --- |
            """;

    private final List<Class<?>> suites;

    ReliabilityPage(List<Class<?>> suites) {
        this.suites = suites;
    }

    /** The page as Markdown. */
    String text() {
        return HEAD
                + Arrays.stream(Around.values())
                        .filter(around -> promises(around).findAny().isPresent())
                        .map(around -> "\n## %s\n\n%s%s".formatted(around.title, COLUMNS, rows(around)))
                        .collect(Collectors.joining());
    }

    // Faults with one outcome are one row.
    private String rows(Around around) {
        return promises(around)
                .collect(Collectors.groupingBy(
                        ReliabilityPage::outcome,
                        LinkedHashMap::new,
                        Collectors.mapping(ReliabilityPage::fault, Collectors.joining("<br>"))))
                .entrySet()
                .stream()
                .map(row -> "| %s | %s |\n".formatted(row.getValue(), row.getKey()))
                .collect(Collectors.joining());
    }

    private static String fault(Promise promise) {
        return promise.when()
                + (promise.hangs() ? " (hangs)" : "")
                + (promise.setClock() ? " (set clock)" : "")
                + (promise.alsoByCommandLine() ? " (CLI)" : "");
    }

    private static String outcome(Promise promise) {
        return "%s%s%s | %s"
                .formatted(
                        promise.published().words,
                        promise.ends() == Promise.Ends.PUBLISHED ? "" : "; " + promise.ends().words,
                        promise.never().isEmpty() ? "" : ". Never: " + promise.never(),
                        Arrays.stream(promise.told()).map("`%s`"::formatted).collect(Collectors.joining(", ")));
    }

    // The order of methods is the compiler's; a page needs one that stays.
    private Stream<Promise> promises(Around around) {
        return suites.stream()
                .flatMap(suite -> Arrays.stream(suite.getDeclaredMethods()))
                .map((Method method) -> method.getAnnotation(Promise.class))
                .filter(promise -> promise != null && promise.around() == around)
                .sorted(Comparator.comparing(Promise::hangs).thenComparing(Promise::when));
    }
}
