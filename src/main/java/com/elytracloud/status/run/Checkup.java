package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/** Every examination there is, side by side, each within its time: what the doctor says. */
@Singleton
public final class Checkup {
    private static final Logger LOG = Logger.getLogger(Checkup.class);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    /** For an examination to say itself what kept it, and to take its probe away. */
    private static final Duration LAST_WORD = Duration.ofSeconds(6);

    private static final String WITHHELD = "(withheld: it would have shown a secret)";

    private final Clock clock;
    private final BoundedExecutor workers;
    private final SecretGuard guard;
    private final Iterable<? extends Examination> examinations;
    private final Duration limit;

    @Inject
    Checkup(Clock clock, BoundedExecutor workers, SecretGuard guard, @Any Instance<Examination> examinations) {
        this(clock, workers, guard, examinations, LIMIT);
    }

    /** A check-up of these, within another limit, for tests. */
    Checkup(
            Clock clock,
            BoundedExecutor workers,
            SecretGuard guard,
            Iterable<? extends Examination> examinations,
            Duration limit) {
        this.clock = clock;
        this.workers = workers;
        this.guard = guard;
        this.examinations = examinations;
        this.limit = limit;
    }

    /** Every row, in the order of the parts; never throws for what an examination does. */
    public List<Diagnosis> examine() {
        Instant now = clock.instant();
        Deadline deadline = Deadline.in(limit);
        List<Started> started = StreamSupport.stream(examinations.spliterator(), false)
                .map(Examination.class::cast)
                .map(each -> new Started(each.part(), workers.start(() -> each.examine(now, deadline))))
                .toList();
        List<Diagnosis> rows = new ArrayList<>();
        started.forEach(each -> rows.addAll(rows(each, deadline)));
        return rows.stream()
                .map(this::withoutSecrets)
                .sorted(Comparator.comparing(Diagnosis::part))
                .toList();
    }

    // The one wide catch: whatever goes wrong in one examination, the others have their say.
    private static List<Diagnosis> rows(Started started, Deadline deadline) {
        try {
            return BoundedExecutor.await(started.rows(), deadline.remaining().plus(LAST_WORD));
        } catch (TimeoutException e) {
            return List.of(started.part()
                    .red(
                            started.part() + " as a whole",
                            "the examination did not end within its time",
                            "Something takes connections and never answers: look at the address of each service."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(broken(started.part(), "interrupted"));
        } catch (Exception e) {
            LOG.error("an examination failed", e);
            return List.of(broken(started.part(), e.getClass().getSimpleName()));
        }
    }

    private static Diagnosis broken(Diagnosis.Part part, String why) {
        return part.red(
                part + " as a whole",
                "the examination itself failed: " + why,
                "An error of the program: report it with the trace on standard error.");
    }

    private Diagnosis withoutSecrets(Diagnosis row) {
        boolean leaks = guard.findsSecretIn(row.seen());
        return leaks ? new Diagnosis(row.part(), row.name(), row.verdict(), WITHHELD, row.advice()) : row;
    }

    private record Started(Diagnosis.Part part, Future<List<Diagnosis>> rows) {}
}
