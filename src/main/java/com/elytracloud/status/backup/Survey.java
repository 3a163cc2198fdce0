package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.ListingMark;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantMemory;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/**
 * One run's look at the whole storage of the backups: who is there, then everyone side by side, the quick ones first;
 * what the deadline leaves undone is told as incomplete.
 */
final class Survey {
    private static final Logger LOG = Logger.getLogger(Survey.class);

    /** For each look to say how far it came. */
    private static final Duration TELLING = Duration.ofMillis(100);

    /** A try that fails costs one request in ten. */
    private static final int TENANTS_WORTH_A_PAGE = 10;

    private final BackupConfig config;
    private final BackupStorage storage;
    private final BoundedExecutor workers;
    private final int mostPages;
    private final BackupPolicy policy;
    private final Instant now;
    private final Deadline deadline;
    private final Deadline looking;
    private final Crew crew;

    Survey(
            BackupConfig config,
            BackupStorage storage,
            BoundedExecutor workers,
            int mostPages,
            BackupPolicy policy,
            Instant now,
            Deadline deadline) {
        this.config = config;
        this.storage = storage;
        this.workers = workers;
        this.mostPages = mostPages;
        this.policy = policy;
        this.now = now;
        this.deadline = deadline;
        looking = deadline.keeping(TELLING);
        crew = new Crew(workers, Crew.THREADS);
    }

    Reading<List<BackupEvidence>> make(BackupMemory memory) {
        Future<Map<String, Instant>> uploads = workers.start(() -> new Uploads(config, storage).oldest(deadline));
        Map<String, ListingMark> known = known(memory);
        Roll roll;
        try {
            roll = new Search(config, storage, mostPages, crew, () -> new Roll(config, policy, now))
                    .find(pagesWorthATry(known), looking);
        } catch (BackupStorageException e) {
            uploads.cancel(true);
            return new Reading.Failed<>(e.failure());
        }
        known.keySet().forEach(tenant -> addRemembered(tenant, roll));
        List<TenantLook> looks = looks(roll, known);
        lookAt(looks);
        return conclude(looks, roll, known, await(uploads));
    }

    // Many tenants with a few backups each are fewer pages than tenants; with marks there are many backups.
    private static int pagesWorthATry(Map<String, ListingMark> known) {
        return known.values().stream().anyMatch(ListingMark::hasPosition)
                ? 0
                : Math.max(1, known.size() / TENANTS_WORTH_A_PAGE);
    }

    // Of another bucket or folder nothing is missed here; nor whoever has been gone for long, or was dismissed.
    private Map<String, ListingMark> known(BackupMemory memory) {
        LocalDate missedSince = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(config.forgetDays());
        Map<String, ListingMark> known = new HashMap<>();
        memory.tenants().forEach((tenant, remembered) -> {
            if (isOfHere(tenant, remembered) && !remembered.lastSeen().isBefore(missedSince)) {
                known.put(tenant, remembered.mark());
            }
        });
        return known;
    }

    private boolean isOfHere(String tenant, TenantMemory remembered) {
        String place = remembered.mark().place();
        return (place.isEmpty() || place.equals(config.place()))
                && !config.filter().dismisses(tenant)
                && (config.listed().isEmpty() || config.listed().contains(tenant));
    }

    // Whoever was there before is looked at even if nothing is found of it: backups that vanish are missed.
    private void addRemembered(String tenant, Roll roll) {
        if (!roll.has(tenant) && roll.endedEarly().isPresent()) {
            roll.addTenant(tenant);
        } else {
            roll.addMissing(tenant);
        }
    }

    private List<TenantLook> looks(Roll roll, Map<String, ListingMark> known) {
        List<TenantLook> looks = new ArrayList<>();
        boolean byName = !config.listed().isEmpty();
        roll.found().forEach((tenant, whereabouts) -> {
            ListingMark mark = known.getOrDefault(tenant, ListingMark.NONE).at(config.place());
            looks.add(new TenantLook(
                    tenant,
                    whereabouts,
                    mark,
                    key -> config.counts(key)
                            && (byName || config.tenants().of(key).equals(tenant)),
                    policy,
                    now));
        });
        return looks;
    }

    private void lookAt(List<TenantLook> looks) {
        Listing listing = new Listing(storage, mostPages);
        Manifests manifests = new Manifests(config.manifest(), storage, now);
        Comparator<TenantLook> waiting = Comparator.comparing(TenantLook::lastFullAt);
        each(
                looks.stream()
                        .sorted(Comparator.comparing(TenantLook::canBeBrief)
                                .reversed()
                                .thenComparing(waiting)),
                look -> look.look(listing, manifests, looking));
        each(
                looks.stream()
                        .filter(TenantLook::isWorthALookThrough)
                        .sorted(Comparator.comparing(TenantLook::needsALookThrough)
                                .reversed()
                                .thenComparing(waiting)),
                look -> look.lookThrough(listing, looking));
        each(looks.stream(), look -> look.check(storage, looking));
    }

    private void each(Stream<TenantLook> looks, Consumer<TenantLook> job) {
        crew.work(looks.<Runnable>map(look -> () -> job.accept(look)).toList(), deadline);
    }

    private Reading<List<BackupEvidence>> conclude(
            List<TenantLook> looks, Roll roll, Map<String, ListingMark> known, Map<String, Instant> uploads) {
        List<BackupEvidence> all = new ArrayList<>();
        boolean searchEnded = roll.endedEarly().isEmpty();
        for (TenantLook look : looks) {
            BackupEvidence seen = look.toEvidence().stalled(age(uploads.get(look.tenant())));
            boolean certain = searchEnded || roll.found().get(look.tenant()).isCertain();
            // A folder without an object is no one's, unless there was someone before.
            if (!seen.complete() || look.hasObjects() || isExpected(look.tenant(), known)) {
                all.add(certain ? seen : seen.incomplete());
            }
        }
        if (!searchEnded && !roll.has(Tenants.WHOLE_PREFIX)) {
            // Stands for everyone who was not found.
            all.add(
                    0,
                    new TenantScan("", "", ListingMark.NONE, key -> false, policy, now)
                            .toEvidence(false, Duration.ZERO));
        }
        return answer(all, looks, roll);
    }

    private Reading<List<BackupEvidence>> answer(List<BackupEvidence> all, List<TenantLook> looks, Roll roll) {
        Optional<Failure> why = roll.endedEarly()
                .or(() ->
                        looks.stream().flatMap(look -> look.failure().stream()).findFirst());
        long unfinished = all.stream().filter(seen -> !seen.complete()).count();
        if (unfinished > 0) {
            Failure failure = why.orElse(new Failure(Reason.TIMED_OUT, "no time was left"));
            if (unfinished == all.size() && looks.stream().noneMatch(TenantLook::hasObjects)) {
                return new Reading.Failed<>(failure);
            }
            LOG.warnf("backups: %d of %d tenants were not looked through: %s", unfinished, all.size(), failure);
        }
        return all.isEmpty() ? new Reading.Nothing<>() : new Reading.Found<>(all);
    }

    private boolean isExpected(String tenant, Map<String, ListingMark> known) {
        return known.containsKey(tenant)
                || config.listed().contains(tenant)
                || config.tenants().depth() == 0;
    }

    private Duration age(Instant begunAt) {
        return begunAt == null || begunAt.isAfter(now) ? Duration.ZERO : Duration.between(begunAt, now);
    }

    private Map<String, Instant> await(Future<Map<String, Instant>> uploads) {
        try {
            return BoundedExecutor.await(uploads, deadline.remaining());
        } catch (TimeoutException e) {
            LOG.warn("backups: unfinished uploads were not seen in time");
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (Exception e) {
            throw new IllegalStateException("listing the uploads failed", e);
        }
    }
}
