package com.elytracloud.status.faults;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.faults.Promise.Around;

/** {@code docs/reliability.md}, made of the promises that tests keep. */
final class ReliabilityPage {
    private static final String HEAD = """
            # What it keeps when something breaks

            Made of the tests that prove it, a row each, so that it cannot say more than they do: change a test, and
            `mvn -Dquick -Dtest=ReliabilityPageTest -Dreliability.write=true test` writes this page anew.

            Each row was run by the packaged function, under the runtime client that Lambda uses, and, but for rows about
            events and processes, by the packaged command line: a good run first, then the fault, then a run. Only rows
            marked "by a set clock" were not: a machine's time is not ours to change, so the same code ran them in the
            test's own process, between sources and a place of the tests. Beside what the rows say, this holds for every
            one: the run ends within 30 s, what is public keeps its schema, `updated_at` never goes back but to correct a
            clock that was more than 15 minutes ahead, and no secret stands in a report, an error, a log or a published
            file.

            Beyond the rows, `SoakIT` runs one process of the function again and again, with up to two mishaps at once from a
            printed seed, now and then beside a second process, and asks after each run for the six promises of the design:
            green only on evidence, no number without data, an age that is told, nothing inside, no older run over a newer
            one, an end within 30 s. At the end heap and threads must be what they were. `mvn verify` does 40 runs,
            `mvn -Psoak verify` two thousand. `SiteUnderLoadIT` serves the published files with their production headers at
            1,000 and at 50,000 requests a minute and looks at page and card meanwhile.
            """;
    private static final String COLUMNS = """
            | when | public afterwards | the run | the operator finds | never |
            | --- | --- | --- | --- | --- |
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

    private String rows(Around around) {
        return promises(around).map(ReliabilityPage::row).collect(Collectors.joining());
    }

    private static String row(Promise promise) {
        String told = Arrays.stream(promise.told()).map("`%s`"::formatted).collect(Collectors.joining(", "));
        return "| %s%s%s | %s | %s | %s | %s |\n"
                .formatted(
                        promise.when(),
                        promise.hangs() ? " (hangs)" : "",
                        promise.packaged() ? "" : " (by a set clock)",
                        promise.published().words,
                        promise.ends().words,
                        told,
                        promise.never());
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
