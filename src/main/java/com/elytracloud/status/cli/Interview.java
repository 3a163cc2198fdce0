package com.elytracloud.status.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.elytracloud.status.cli.Setup.Question;

/** Asks questions on the terminal, or reads the answers from standard input; secrets are not echoed on a terminal. */
final class Interview {
    private final PrintWriter out;

    @SuppressWarnings("SystemConsoleNull") // null before Java 22; from then on it reads what is not a terminal as well
    private final Console console = System.console();

    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private boolean over;

    Interview(PrintWriter out, boolean silent) {
        this.out = out;
        this.over = silent;
    }

    /** Whether nobody answers any more. */
    boolean isOver() {
        return over;
    }

    /** The answer; an empty line keeps the known one, a single dash removes it. */
    String answer(Question question, String known) {
        String fallback = known.isEmpty() ? question.fallback() : known;
        String shown = fallback.isEmpty() ? "" : " [%s]".formatted(question.secret() ? "(set)" : fallback);
        String typed = ask("  %s%s: ".formatted(question.text(), shown), question.secret());
        return typed.isEmpty() ? fallback : typed.equals("-") ? "" : typed;
    }

    /** Whether the operator agrees; an empty line does. */
    boolean confirms(String question) {
        String typed = ask(question + " [Y/n] ", false);
        return !over && !typed.matches("(?i)n.*");
    }

    private String ask(String text, boolean secret) {
        if (over) {
            return "";
        }
        out.print(text);
        out.flush();
        try {
            char[] hidden = secret && console != null ? console.readPassword() : null;
            String line = hidden != null ? new String(hidden) : in.readLine();
            over = line == null;
            return over ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
