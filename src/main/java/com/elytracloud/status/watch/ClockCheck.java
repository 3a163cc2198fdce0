package com.elytracloud.status.watch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
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
    public DoctorReport examine(DoctorReport report) {
        SettingsReader reader = new SettingsReader(variables, Set.of());
        for (String server : SERVERS) {
            reader.address(server).ifPresent(address -> compare(report, "clock against " + server, address));
        }
        return report.rows().isEmpty() ? report.skipped("clock", "there is no server to compare with") : report;
    }

    private void compare(DoctorReport report, String name, URI address) {
        Optional<Instant> there = visitor.visit(
                        address,
                        Map.of("Cache-Control", "no-cache"),
                        report.deadline().within(VISIT))
                .fold(ClockCheck::date, Optional::empty, failure -> Optional.empty());
        if (there.isEmpty()) {
            report.skipped(name, "not known: no answer with a date");
            return;
        }
        // Our time is read after the answer, by the monotonic clock.
        Duration ahead = Duration.between(
                there.get(), report.now().plus(report.deadline().elapsed()));
        Duration off = ahead.abs();
        report.require(
                off.compareTo(MOST) <= 0,
                name,
                off.compareTo(TOLERANCE) <= 0
                        ? "agrees"
                        : "this machine is %d s %s".formatted(off.toSeconds(), ahead.isNegative() ? "behind" : "ahead"),
                "clock.differs");
    }

    // A cached answer is as old as its Age header.
    private static Optional<Instant> date(Visit visit) {
        String age =
                visit.header("Age").filter(text -> text.matches("\\d{1,9}")).orElse("0");
        try {
            return visit.header("Date")
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(date -> Instant.from(date).plusSeconds(Long.parseLong(age)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
