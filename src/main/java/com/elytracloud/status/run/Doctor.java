package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/** Runs all health checks in parallel, each within its time: the doctor. */
@Singleton
public final class Doctor {
    private static final Logger LOG = Logger.getLogger(Doctor.class);
    private static final Duration LIMIT = Duration.ofSeconds(7);
    private static final String WITHHELD = "(withheld: it would have shown a secret)";

    private final Clock clock;
    private final BoundedExecutor executor;
    private final SecretGuard guard;
    private final Iterable<? extends HealthCheck> checks;
    private final Duration limit;

    @Inject
    Doctor(Clock clock, BoundedExecutor executor, SecretGuard guard, @Any Instance<HealthCheck> checks) {
        this(clock, executor, guard, checks, LIMIT);
    }

    /** A check-up of these, within another limit, for tests. */
    Doctor(
            Clock clock,
            BoundedExecutor executor,
            SecretGuard guard,
            Iterable<? extends HealthCheck> checks,
            Duration limit) {
        this.clock = clock;
        this.executor = executor;
        this.guard = guard;
        this.checks = checks;
        this.limit = limit;
    }

    /**
     * The rows of some parts, in their order; never throws, even if a check does.
     *
     * @param progress notified of each part when one of its checks has ended
     */
    public List<DoctorReport> examine(Set<DoctorReport.Part> parts, Consumer<DoctorReport.Part> progress) {
        Instant now = clock.instant();
        Deadline deadline = Deadline.in(limit);
        List<Started> started = StreamSupport.stream(checks.spliterator(), false)
                .map(HealthCheck.class::cast)
                .filter(each -> parts.contains(each.part()))
                .map(each -> new Started(each.part(), executor.start(() -> each.examine(now, deadline))))
                .toList();
        // Half as long again for a check to report why it failed, and to remove its test object.
        Duration lastWord = limit.dividedBy(2);
        List<DoctorReport> rows = new ArrayList<>();
        for (Started each : started) {
            rows.addAll(rows(each, deadline.remaining().plus(lastWord)));
            progress.accept(each.part());
        }
        return rows.stream()
                .map(this::withoutSecrets)
                .sorted(Comparator.comparing(DoctorReport::part))
                .toList();
    }

    // The only broad catch: if one check fails unexpectedly, the others are still reported.
    private static List<DoctorReport> rows(Started started, Duration left) {
        try {
            return BoundedExecutor.await(started.rows(), left);
        } catch (TimeoutException e) {
            return List.of(started.part()
                    .red(
                            started.part() + " as a whole",
                            "the check did not end within its time",
                            "Something accepts connections and never answers: check the address of each service."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(broken(started.part(), "interrupted"));
        } catch (Exception e) {
            LOG.error("a health check failed", e);
            return List.of(broken(started.part(), e.getClass().getSimpleName()));
        }
    }

    private static DoctorReport broken(DoctorReport.Part part, String why) {
        return part.red(
                part + " as a whole",
                "the check itself failed: " + why,
                "An error of the program: report it with the trace on standard error.");
    }

    private DoctorReport withoutSecrets(DoctorReport row) {
        boolean leaks = guard.findsSecretIn(row.seen());
        return leaks ? new DoctorReport(row.part(), row.name(), row.verdict(), WITHHELD, row.advice()) : row;
    }

    private record Started(DoctorReport.Part part, Future<List<DoctorReport>> rows) {}
}
