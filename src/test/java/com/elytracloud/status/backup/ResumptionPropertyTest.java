package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.assess.BackupTally;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.ListingMark;
import com.elytracloud.status.domain.TenantVerdict;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking on from a mark says what a full listing says, whatever happens to the bucket between the runs. */
class ResumptionPropertyTest {
    private static final Instant START = Instant.parse("2028-02-29T11:59:30Z");
    private static final int PAGE = 40;
    private static final int NIGHTS = 30;
    private static final int RUNS = 60;
    private static final String TENANT = "acme";
    private static final String FOLDER = "backups/acme/";

    /** How a tenant names its backups. */
    private enum Habit {
        /** By day, a few each night. */
        BY_DAY,
        /** By day, more in each night than are listed again with each run. */
        BY_DAY_AND_MANY,
        /** By the second. */
        BY_SECOND,
        /** By nothing that sorts. */
        BY_CHANCE
    }

    private Random random;
    private MemoryStorage storage;
    private Habit habit;
    private int names;
    /** Of something a mark cannot know until everything is listed again: when it last happened. */
    private Instant disturbedAt;

    @ParameterizedTest(name = "{0}, seeds from {1}")
    @CsvSource({"BY_DAY, 1", "BY_SECOND, 1001", "BY_CHANCE, 2001", "BY_DAY_AND_MANY, 3001"})
    void aBriefLookJudgesAsAFullOneDoes(Habit namedHabit, long firstSeed) {
        int seeds = namedHabit == Habit.BY_DAY_AND_MANY ? 8 : 40;
        System.out.printf("resumption %s: seeds %d to %d%n", namedHabit, firstSeed, firstSeed + seeds - 1);
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            habit = namedHabit;
            live(seed, false);
        }
    }

    @Test
    void whatComesBeforeTheMarkIsSeenWithinADayAndBadNewsAreConfirmedWithinAnHour() {
        System.out.println("resumption with strays: seeds 5001 to 5040");
        for (long seed = 5001; seed <= 5040; seed++) {
            habit = Habit.BY_DAY;
            live(seed, true);
        }
    }

    @Test
    void aQuietTenantTakesOneListingAndNoLookAtItsNewest() {
        habit = Habit.BY_DAY;
        begin(1);
        try (SurveyStage stage = new SurveyStage(storage)) {
            stage.run(START);
            int first = storage.listings();
            storage.heads();
            stage.run(START.plusSeconds(600));

            assertThat(first).isGreaterThan(NIGHTS * 3 / PAGE);
            assertThat(storage.listings())
                    .as("the folders, and the tenant from its mark")
                    .isEqualTo(2);
            assertThat(storage.heads()).isZero();
        }
    }

    private void live(long seed, boolean strays) {
        begin(seed);
        try (SurveyStage stage = new SurveyStage(storage)) {
            Instant now = START;
            for (int run = 0; run < RUNS; run++) {
                ListingMark before = run == 0
                        ? ListingMark.NONE
                        : stage.memory().tenants().get(TENANT).mark();
                TenantVerdict ours = SurveyStage.verdictOf(stage.run(now), TENANT);
                judge(ours, model(now), before, now, "seed %d, run %d, %s".formatted(seed, run, now));
                now = now.plusSeconds(600L * (1 + random.nextInt(40)));
                change(now, strays);
            }
        }
    }

    private void judge(TenantVerdict ours, TenantVerdict model, ListingMark before, Instant now, String where) {
        ListingMark after = ours.evidence().mark();
        assertThat(after.fullAt())
                .as(where)
                .isAfter(now.minus(Duration.ofHours(24).plusSeconds(1)));
        if (ours.status() == model.status() && ours.reason() == model.reason()) {
            return;
        }
        boolean couldNotKnow = before.hasPosition()
                && disturbedAt.isAfter(before.fullAt())
                && !after.fullAt().equals(now);
        assertThat(couldNotKnow)
                .as("%s: %s %s instead of %s %s", where, ours.status(), ours.reason(), model.status(), model.reason())
                .isTrue();
        if (ours.status() != BackupStatus.SUCCESS) {
            assertThat(after.fullAt())
                    .as(where + ": bad news")
                    .isAfter(now.minus(Duration.ofHours(1).plusSeconds(1)));
        }
    }

    private void begin(long seed) {
        random = new Random(seed);
        storage = new MemoryStorage(PAGE);
        names = 0;
        disturbedAt = Instant.MIN;
        int each = habit == Habit.BY_DAY_AND_MANY ? 120 : 1 + random.nextInt(6);
        int nights = habit == Habit.BY_DAY_AND_MANY ? 12 : NIGHTS;
        for (int night = nights; night >= 0; night--) {
            Instant at = START.minus(Duration.ofDays(night)).minus(Duration.ofHours(9));
            for (int i = 0; i < Math.max(each, 3); i++) {
                put(at.plusSeconds(i), at.plusSeconds(i));
            }
        }
    }

    private void change(Instant now, boolean strays) {
        for (int events = random.nextInt(4); events > 0; events--) {
            switch (random.nextInt(strays ? 7 : 6)) {
                case 0, 1 -> put(now.minusSeconds(random.nextInt(300)), now);
                case 2 -> pick().ifPresent(object -> delete(object, now));
                case 3 -> pick().ifPresent(object -> replace(object, now));
                case 4 -> backDate(now);
                case 5 -> keepOnly(now);
                default -> stray(now);
            }
        }
    }

    private void put(Instant named, Instant at) {
        storage.put(FOLDER + name(named), at, bytes());
    }

    private String name(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return switch (habit) {
            case BY_DAY -> "%s-db-%04d.sql.gz".formatted(day, names++);
            case BY_DAY_AND_MANY -> "%s/part-%05d.gz".formatted(day, names++);
            case BY_SECOND -> "db-%d-%04d.dump".formatted(at.getEpochSecond(), names++);
            case BY_CHANCE -> "%08x.gz".formatted(random.nextInt());
        };
    }

    private long bytes() {
        return random.nextInt(12) == 0 ? random.nextInt(1500) : 5_000 + random.nextInt(2_000);
    }

    private Optional<BackupObject> pick() {
        List<BackupObject> all = storage.under(FOLDER);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void delete(BackupObject object, Instant now) {
        storage.delete(object.key());
        // With too many for a look each, the days before the mark are remembered.
        disturb(habit == Habit.BY_DAY_AND_MANY, now);
    }

    private void replace(BackupObject object, Instant now) {
        storage.put(object.key(), now, bytes());
        // A name without a day tells nothing of how old a replaced backup is.
        disturb(habit != Habit.BY_DAY, now);
    }

    // An old backup, uploaded anew under its old day.
    private void backDate(Instant now) {
        put(now.minus(Duration.ofDays(3 + random.nextInt(20))), now);
        disturb(habit != Habit.BY_DAY, now);
    }

    private void keepOnly(Instant now) {
        Instant kept = now.minus(Duration.ofDays(9 + random.nextInt(15)));
        List<BackupObject> old = new ArrayList<>(storage.under(FOLDER));
        old.removeIf(object -> object.lastModified().isAfter(kept));
        old.forEach(object -> delete(object, now));
    }

    private void stray(Instant now) {
        storage.put(FOLDER + "0-by-hand-%d.gz".formatted(names++), now, bytes());
        disturb(true, now);
    }

    private void disturb(boolean whereNoMarkShowsIt, Instant now) {
        disturbedAt = whereNoMarkShowsIt ? now : disturbedAt;
    }

    private TenantVerdict model(Instant now) {
        BackupTally tally = new BackupTally(TENANT, BackupPolicy.NIGHTLY, now);
        List<BackupObject> all = storage.under(FOLDER);
        all.forEach(tally::add);
        return BackupAssessor.assess(tally.toEvidence(true, Duration.ZERO), BackupPolicy.NIGHTLY, now);
    }
}
