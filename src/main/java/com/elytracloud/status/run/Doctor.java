package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.run.DoctorReport.Part;

/** Runs all health checks in parallel, each within its time: the doctor. */
@Singleton
public record Doctor(
        Clock clock,
        BoundedExecutor executor,
        SecretGuard guard,
        Iterable<? extends HealthCheck> checks,
        Duration limit) {
    @Inject
    Doctor(Clock clock, BoundedExecutor executor, SecretGuard guard, @Any Instance<HealthCheck> checks) {
        this(clock, executor, guard, checks, Duration.ofSeconds(7));
    }

    /**
     * The rows of some parts, in their order; never throws, even if a check does.
     *
     * @param progress notified of each part when one of its checks has ended
     */
    public List<DoctorReport> examine(Set<Part> parts, Consumer<Part> progress) {
        Instant now = clock.instant();
        Deadline deadline = Deadline.in(limit);
        List<Started> started = StreamSupport.stream(checks.spliterator(), false)
                .map(HealthCheck.class::cast)
                .filter(check -> parts.contains(check.part()))
                .map(check -> new Started(check.part(), executor.start(() -> check.examine(now, deadline))))
                .toList();
        // Half as long again for a check to report why it failed, and to remove its test object.
        Duration grace = limit.dividedBy(2);
        List<DoctorReport> rows = new ArrayList<>();
        for (Started each : started) {
            rows.addAll(each.rows(deadline.remaining().plus(grace)));
            progress.accept(each.part());
        }
        return rows.stream()
                .map(row -> guard.findsSecretIn(row.seen())
                        ? new DoctorReport(
                                row.part(),
                                row.name(),
                                row.verdict(),
                                "(withheld: it would have shown a secret)",
                                row.advice())
                        : row)
                .sorted(Comparator.comparing(DoctorReport::part))
                .toList();
    }

    private record Started(Part part, Future<List<DoctorReport>> check) {
        List<DoctorReport> rows(Duration left) {
            String name = part + " as a whole";
            return BoundedExecutor.await(
                    name,
                    check,
                    left,
                    failure -> List.of(part.fail(
                            name,
                            failure,
                            "A service accepts connections and never answers: check the addresses of all.")));
        }
    }
}
