package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.bench.Figures.Figure;
import com.elytracloud.status.testing.LocalLambda;
import com.elytracloud.status.testing.LocalLambda.Outcome;

/**
 * A process that asks Lambda's Runtime API for events: the function under the runtime client, or the script's loop.
 *
 * @param restored whether it is measured from where a snapshot of it would be restored
 */
record FunctionCompetitor(
        String name, Path folder, List<String> command, Map<String, String> variables, boolean restored)
        implements Competitor {
    private static final int INVOCATIONS = 100;
    private static final int LATE = 80;

    @Override
    public void measure(Figures figures) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (LocalLambda lambda = start(command)) {
            first(lambda, begin, figures);
            figures.add(
                    Figure.PROCESSOR, Processes.processorMillis(lambda.process().pid()));
            figures.add(Figure.MEMORY, Processes.mebibytes(lambda.process().pid(), "VmRSS"));
            for (int i = 2; i <= INVOCATIONS; i++) {
                long again = System.nanoTime();
                invoke(lambda);
                double millis = Processes.millisSince(again);
                figures.add(Figure.WARM, millis);
                if (i == 2) {
                    figures.add(Figure.SECOND, millis);
                }
                if (i > LATE) {
                    figures.add(Figure.LATE, millis);
                }
            }
        }
    }

    private void first(LocalLambda lambda, long begin, Figures figures) throws InterruptedException {
        if (restored) {
            lambda.awaitSnapshot();
            figures.add(Figure.START, Processes.millisSince(begin));
            long restore = System.nanoTime();
            invoke(lambda.restore());
            figures.add(Figure.FIRST, Processes.millisSince(restore));
            return;
        }
        lambda.awaitStart();
        figures.add(Figure.START, Processes.millisSince(begin));
        long event = System.nanoTime();
        invoke(lambda);
        figures.add(Figure.FIRST, Processes.millisSince(event));
        figures.add(Figure.COLD, Processes.millisSince(begin));
    }

    @Override
    public void inspect(Figures figures) throws IOException, InterruptedException {
        Path classes = Files.createTempFile("cold-classes", ".log");
        List<String> logging = new ArrayList<>(command);
        if (command.get(0).endsWith("java")) {
            logging.add(1, Processes.loggingClasses(classes));
        }
        try (LocalLambda lambda = start(logging)) {
            invoke(restored ? lambda.awaitSnapshot().restore() : lambda);
        }
        if (Files.size(classes) > 0) {
            Processes.countClasses(classes, figures);
        }
        Files.delete(classes);
    }

    private LocalLambda start(List<String> words) throws IOException {
        return LocalLambda.start(folder, words, variables);
    }

    private void invoke(LocalLambda lambda) throws InterruptedException {
        Outcome outcome = lambda.invoke("{}");
        if (outcome.kind() != Outcome.Kind.RESPONSE) {
            throw new IllegalStateException("%s: %s%n%s".formatted(name, outcome, lambda.log()));
        }
    }
}
