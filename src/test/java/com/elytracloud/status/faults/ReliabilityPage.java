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
            `mvn -Dquick -Dtest=ReliabilityPageTest -Dreliability.write=true test` writes this page again.

            Each row is run by the packaged function under the runtime client that Lambda uses: a good run first, then the
            fault, then a run. One row of each kind, marked "and the command line", is also run by the packaged command
            line, which runs the same code. Rows marked "by a set clock" run that code in the test's own process, between
            sources and a publish target of the tests, because the machine's time cannot be changed. In addition to what
            the rows say, this holds for every one: the run ends within 30 s (without the start of the command line's
            JVM), what is public keeps its schema, `updated_at` never goes back except to correct a clock that was more
            than 15 minutes ahead, and no secret appears in a report, an error, a log or a published file. Rows that hang
            run with `RUN_DEADLINE=PT12S` and must end within 15 s, except one, which has the default deadline.

            Beyond the rows, the nightly `SoakIT` repeats runs in one process of the function, with up to two simultaneous faults
            from a printed seed and sometimes next to a second process, and checks the promises of the design after each
            run: operational only on evidence, no number without data, the age is published, nothing internal is
            published, no older run overwrites a newer one, a run ends within 30 s. Heap and threads must not grow. The
            nightly `SiteUnderLoadIT` serves the published files with their production headers at 1,000 and at 50,000
            requests a minute while a browser opens page and card. `mvn -Pnightly verify` runs both.
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
        return "| %s%s%s%s | %s | %s | %s | %s |\n"
                .formatted(
                        promise.when(),
                        promise.hangs() ? " (hangs)" : "",
                        promise.packaged() ? "" : " (by a set clock)",
                        promise.alsoByCommandLine() ? " (and the command line)" : "",
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
