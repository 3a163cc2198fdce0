package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.faults.Promise.Ends;
import com.elytracloud.status.testing.LocalLambda;
import com.elytracloud.status.testing.LocalLambda.Outcome;
import com.elytracloud.status.testing.PackagedCli;

/** A way to start a run of the product. */
interface Entry extends AutoCloseable {
    /** The folder that the build has written. */
    Path BUILD = Path.of(System.getProperty("build.directory"));

    /** Runs once and waits for the end. */
    End run() throws IOException, InterruptedException;

    @Override
    void close();

    /**
     * How a run ended.
     *
     * @param told the report, the error, and what was logged meanwhile
     */
    record End(Ends how, String told) {}

    /** The function under Lambda's own runtime client; the process stays from run to run. */
    static Function function(Path folder, Map<String, String> variables) throws IOException {
        return new Function(new LocalLambda(BUILD.resolve("function.zip"), folder, variables));
    }

    /** {@code elytra status publish}, a process for each run. */
    static Entry commandLine(Path folder, Map<String, String> variables) {
        return new Command(new PackagedCli(BUILD, folder.toAbsolutePath()), variables);
    }

    private static Ends reported(String report) throws IOException {
        String outcome = new ObjectMapper().readTree(report).path("outcome").asText();
        return Ends.valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    /** The first entry. */
    record Function(LocalLambda lambda) implements Entry {
        @Override
        public End run() throws IOException, InterruptedException {
            return run("{}");
        }

        /** Runs once for this event. */
        End run(String event) throws IOException, InterruptedException {
            int before = lambda.log().length();
            Outcome outcome = lambda.invoke(event);
            return new End(how(outcome), outcome.body() + lambda.log().substring(before));
        }

        @Override
        public void close() {
            lambda.close();
        }

        @Override
        public String toString() {
            return "function";
        }

        private static Ends how(Outcome outcome) throws IOException {
            return switch (outcome.kind()) {
                case ERROR -> Ends.FAILED;
                case START_FAILED -> Ends.NOT_STARTED;
                case RESPONSE -> reported(outcome.body());
            };
        }
    }

    /** The second entry. */
    record Command(PackagedCli cli, Map<String, String> variables) implements Entry {
        @Override
        public End run() throws IOException, InterruptedException {
            PackagedCli.Result result = cli.run(variables, "status", "publish", "--json");
            return new End(how(result), result.out() + result.err());
        }

        @Override
        public void close() {
            // each process has ended
        }

        @Override
        public String toString() {
            return "command line";
        }

        private static Ends how(PackagedCli.Result result) throws IOException {
            return switch (result.exitCode()) {
                case 0 -> reported(result.out());
                case 1 -> Ends.FAILED;
                case 2 -> Ends.NOT_STARTED;
                default -> throw new IllegalStateException("exit code " + result.exitCode() + ": " + result.err());
            };
        }
    }
}
