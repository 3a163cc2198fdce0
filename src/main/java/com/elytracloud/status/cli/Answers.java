package com.elytracloud.status.cli;

import java.util.concurrent.Callable;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;

/** Prints the response of a source, or that it did not respond. */
final class Answers {
    private Answers() {}

    /** How a found value is printed. */
    @FunctionalInterface
    interface Printed<T> {
        String of(T found) throws Exception;
    }

    static <T> int print(ApplicationCommand command, String source, Reading<T> reading, Printed<T> printed)
            throws Exception {
        Callable<Integer> answer = reading.fold(
                found -> () -> {
                    command.out().print(printed.of(found));
                    command.out().flush();
                    return ExitCode.DONE;
                },
                () -> () -> {
                    command.err().println("elytra: the source has no " + source);
                    return ExitCode.DONE;
                },
                failure -> () -> refuse(command, source, failure));
        return answer.call();
    }

    private static int refuse(ApplicationCommand command, String source, Failure failure) {
        command.err().println("elytra: the %s could not be read: %s".formatted(source, failure));
        return ExitCode.FAILED;
    }
}
