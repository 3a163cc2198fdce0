package com.elytracloud.status.watch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Compares our clock with that of each server we depend on, by the Date of an answer that needs no key. */
@Singleton
final class ClockCheck implements HealthCheck {
    private static final List<String> SERVERS = List.of("UPTIME_KUMA_URL", "SPACES_ENDPOINT", "STATUS_PUBLIC_URL");
    private static final Duration VISIT = Duration.ofSeconds(4);
    /** The way there and back, and a Date in whole seconds. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);
    /** From here on Uptime Kuma's answers are taken for those of another time. */
    private static final Duration MOST = Duration.ofMinutes(2);

    private final SettingsReader reader;
    private final AnonymousHttp visitor;

    ClockCheck(Variables variables, AnonymousHttp visitor) {
        this.reader = new SettingsReader(variables, Set.of());
        this.visitor = visitor;
    }

    @Override
    public Part part() {
        return Part.CLOCK;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        List<DoctorReport> rows = new ArrayList<>();
        for (String server : SERVERS) {
            reader.address(server).ifPresent(address -> rows.add(compare(server, address, now, deadline)));
        }
        return rows.isEmpty() ? List.of(part().grey("clock", "there is no server to compare with")) : rows;
    }

    private DoctorReport compare(String server, URI address, Instant start, Deadline deadline) {
        String name = "clock against " + server;
        Optional<Instant> date = visitor.visit(address, Map.of("Cache-Control", "no-cache"), deadline.within(VISIT))
                .fold(ClockCheck::date, Optional::<Instant>empty, failure -> Optional.<Instant>empty());
        if (date.isEmpty()) {
            return part().grey(name, "not known: no answer with a date");
        }
        Duration ahead = Duration.between(date.get(), start.plus(deadline.elapsed()));
        String seen = ahead.abs().compareTo(ON_THE_WAY) <= 0
                ? "agrees"
                : "this machine is %d s %s".formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead");
        return ahead.abs().compareTo(MOST) <= 0
                ? part().green(name, seen)
                : part().red(
                                name,
                                seen,
                                "Set the clock of this machine by NTP if it differs from all servers, otherwise that of"
                                        + " this one.");
    }

    // A cached answer is as old as its Age header.
    private static Optional<Instant> date(Visit visit) {
        try {
            Optional<Instant> date = visit.header("Date")
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
            long age = visit.header("Age")
                    .filter(text -> text.matches("\\d{1,9}"))
                    .map(Long::parseLong)
                    .orElse(0L);
            return date.map(at -> at.plusSeconds(age));
        } catch (DateTimeException e) {
            return Optional.empty(); // an unreadable date counts as none
        }
    }
}
