package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;

/** Runs all health checks in parallel, each within its time: the doctor. */
@Singleton
public record Doctor(
        Clock clock, BoundedExecutor executor, SecretGuard guard, Iterable<HealthCheck> checks, Duration limit) {
    @Inject
    Doctor(Clock clock, BoundedExecutor executor, SecretGuard guard, @Any Instance<HealthCheck> checks) {
        this(clock, executor, guard, checks, Duration.ofSeconds(7));
    }

    /**
     * The rows of some parts, in their order; never throws, even if a check does.
     *
     * @param progress notified of each part when one of its checks has ended
     */
    public List<Row> examine(Set<Part> parts, Consumer<Part> progress) {
        Instant now = clock.instant();
        Deadline deadline = Deadline.in(limit);
        Map<Future<DoctorReport>, DoctorReport> started = new LinkedHashMap<>();
        for (HealthCheck check : checks) {
            DoctorReport report = new DoctorReport(check.part(), now, deadline);
            if (parts.contains(report.part())) {
                started.put(executor.start(() -> check.examine(report)), report);
            }
        }
        // Half as long again for a check to report why it failed, and to remove its test object.
        Duration grace = limit.dividedBy(2);
        List<Row> rows = new ArrayList<>();
        started.forEach((check, report) -> {
            String name = report.part() + " as a whole";
            BoundedExecutor.await(
                    name,
                    check,
                    deadline.remaining().plus(grace),
                    failure -> report.fail(name, failure, "doctor.hangs"));
            report.rows().forEach(row -> rows.add(withoutSecret(row)));
            progress.accept(report.part());
        });
        rows.sort(Comparator.comparing(Row::part));
        return rows;
    }

    private Row withoutSecret(Row row) {
        return guard.findsSecretIn(row.seen())
                ? new Row(
                        row.part(), row.name(), row.verdict(), "(withheld: it would have shown a secret)", row.advice())
                : row;
    }
}
