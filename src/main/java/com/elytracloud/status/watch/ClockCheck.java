package com.elytracloud.status.watch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Compares our clock with that of each server we depend on, by the Date of an answer that needs no key. */
@Singleton
record ClockCheck(Variables variables, AnonymousHttp visitor) implements HealthCheck {
    private static final List<String> SERVERS = List.of("UPTIME_KUMA_URL", "SPACES_ENDPOINT", "STATUS_PUBLIC_URL");
    private static final Duration VISIT = Duration.ofSeconds(2);
    /** The time of the request itself, and a Date in whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);
    /** From here on Uptime Kuma's answers are taken for those of another time. */
    private static final Duration MOST = Duration.ofMinutes(2);

    @Override
    public Part part() {
        return Part.CLOCK;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        List<DoctorReport> rows = new ArrayList<>();
        SettingsReader reader = new SettingsReader(variables);
        SERVERS.forEach(server ->
                reader.address(server).ifPresent(address -> rows.add(compare(server, address, now, deadline))));
        return rows.isEmpty() ? List.of(part().skipped("clock", "there is no server to compare with")) : rows;
    }

    private DoctorReport compare(String server, URI address, Instant start, Deadline deadline) {
        String name = "clock against " + server;
        return visitor.visit(address, Map.of("Cache-Control", "no-cache"), deadline.within(VISIT))
                .then(ClockCheck::date)
                .fold(
                        date -> row(name, Duration.between(date, start.plus(deadline.elapsed()))),
                        () -> part().skipped(name, "not known: no answer with a date"),
                        failure -> part().skipped(name, "not known: no answer with a date"));
    }

    private DoctorReport row(String name, Duration ahead) {
        Duration off = ahead.abs();
        String seen = off.compareTo(TOLERANCE) <= 0
                ? "agrees"
                : "this machine is %d s %s".formatted(off.toSeconds(), ahead.isNegative() ? "behind" : "ahead");
        return part().require(
                        off.compareTo(MOST) <= 0,
                        name,
                        seen,
                        "Set the clock of this machine by NTP if it differs from all servers, otherwise that of this one.");
    }

    // A cached answer is as old as its Age header.
    private static Reading<Instant> date(Visit visit) {
        try {
            String age =
                    visit.header("Age").filter(text -> text.matches("\\d{1,9}")).orElse("0");
            return visit.header("Date")
                    .<Reading<Instant>>map(
                            text -> new Reading.Found<>(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))
                                    .plusSeconds(Long.parseLong(age))))
                    .orElse(new Reading.Nothing<>());
        } catch (DateTimeException e) {
            return new Reading.Failed<>(new Failure(Reason.UNREADABLE, "no date"));
        }
    }
}
