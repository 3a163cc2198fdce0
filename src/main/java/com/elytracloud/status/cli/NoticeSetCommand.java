package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;
import com.elytracloud.status.run.TextGuard;
import com.elytracloud.status.run.TextGuard.Verdict;

/** Puts a notice up; the next run publishes it. */
@Command(
        name = "set",
        description = {
            "Tells visitors something in place of the measured status, from the next run on and until it expires.",
            "Uptime is never overridden. A notice speaks for at most 24 hours; one that says operational, for 2."
        })
final class NoticeSetCommand extends ApplicationCommand {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Option(
            names = "--status",
            required = true,
            paramLabel = "S",
            description = "operational, degraded, outage or unknown.")
    private PlatformStatus status;

    @Option(names = "--title", required = true, paramLabel = "T", description = "One line, at most 120 characters.")
    private String title;

    @Option(
            names = "--message",
            required = true,
            paramLabel = "M",
            description = "What happened and what comes next, at most 1,000 characters.")
    private String message;

    @Option(
            names = "--for",
            paramLabel = "PT4H",
            defaultValue = "PT4H",
            converter = DurationConverter.class,
            description = "How long it speaks, as an ISO 8601 duration; 4 hours unless said otherwise.")
    private Duration length;

    @Override
    public Integer call() {
        bean(Settings.class).require(Purpose.NOTICE);
        Instant now = bean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
        Notice notice;
        try {
            notice = new Notice(status, title.strip(), message.strip(), now, now.plus(length));
        } catch (IllegalArgumentException e) {
            err().println("elytra: " + e.getMessage());
            return ExitCode.USAGE;
        }
        if (isRefused("title", notice.title()) || isRefused("message", notice.message())) {
            return ExitCode.USAGE;
        }
        bean(NoticeBoard.class).post(notice, Deadline.in(LIMIT));
        out().println("From the next run on, and until %s, visitors are told:".formatted(notice.expiresAt()));
        out().print(NoticeText.of(notice));
        out().flush();
        return ExitCode.DONE;
    }

    private boolean isRefused(String part, String text) {
        Verdict verdict = bean(TextGuard.class).check(text, part);
        verdict.broken().forEach(rule -> err().println("elytra: the %s is public and holds %s (rule '%s'). %s"
                .formatted(part, rule.reason(), rule.id(), rule.advice())));
        return verdict.isRefused();
    }

    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'%s' is no ISO 8601 duration, such as PT30M, PT4H or P1D".formatted(text));
            }
        }
    }
}
