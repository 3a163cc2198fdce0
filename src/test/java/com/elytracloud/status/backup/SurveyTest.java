package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.run.Deadline;

import static com.elytracloud.status.backup.SurveyStage.verdictOf;
import static org.assertj.core.api.Assertions.assertThat;

class SurveyTest {
    private static final Instant NOW = Instant.parse("2028-02-29T11:59:30Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int SMALL_PAGE = 5;

    private final MemoryStorage storage = new MemoryStorage(SMALL_PAGE);
    private final SurveyStage stage = new SurveyStage(storage);

    @Test
    void aTenantWhoseBackupsVanishFailsAndIsMissedForThirtyDays() {
        nightly("acme", NOW);
        nightly("borg", NOW);
        stage.run(NOW);
        storage.under("backups/borg/").forEach(object -> storage.delete(object.key()));

        TenantVerdict gone = verdictOf(stage.run(NOW.plusSeconds(600)), "borg");
        TenantVerdict afterThirty = verdictOf(stage.run(NOW.plus(DAY.multipliedBy(30))), "borg");
        BackupVerdict later = stage.run(NOW.plus(DAY.multipliedBy(31)));

        assertThat(gone.status()).isEqualTo(BackupStatus.FAILED);
        assertThat(gone.reason()).isEqualTo(Reason.NO_BACKUP);
        assertThat(afterThirty.status()).isEqualTo(BackupStatus.FAILED);
        assertThat(names(later)).containsExactly("acme");
        assertThat(stage.memory().tenants()).containsOnlyKeys("acme");
    }

    @Test
    void aBucketThatIsEmptiedIsAFailureAndNotNothing() {
        nightly("acme", NOW);
        stage.run(NOW);
        storage.deleteAll();

        assertThat(stage.run(NOW.plusSeconds(600)).status()).isEqualTo(BackupStatus.FAILED);
    }

    @Test
    void aTenantThatIsGoneIsNotMissedInAnotherFolderNorIfItIsDismissed() {
        nightly("acme", NOW);
        nightly("borg", NOW);
        stage.run(NOW);
        storage.under("backups/borg/").forEach(object -> storage.delete(object.key()));

        assertThat(names(stage.with("BACKUP_EXCLUDE", "borg/**").run(NOW.plusSeconds(600))))
                .containsExactly("acme");
        assertThat(stage.with("BACKUP_PREFIX", "elsewhere/")
                        .run(NOW.plusSeconds(1200))
                        .tenants())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} after it was first seen: {1}")
    @CsvSource({"PT0S, UNKNOWN, NEW", "PT26H, UNKNOWN, NEW", "PT26H1S, FAILED, NO_BACKUP"})
    void aNewTenantHasTwentySixHoursToMakeItsFirstBackup(Duration later, BackupStatus status, Reason reason) {
        nightly("acme", NOW);
        stage.run(NOW);
        storage.put("backups/fresh/db.dump", NOW.plusSeconds(60), 10);
        Instant seen = NOW.plusSeconds(600);
        stage.run(seen);
        nightly("acme", seen.plus(later));

        BackupVerdict verdict = stage.run(seen.plus(later));

        assertThat(verdictOf(verdict, "fresh").status()).isEqualTo(status);
        assertThat(verdictOf(verdict, "fresh").reason()).isEqualTo(reason);
        assertThat(verdict.status()).isEqualTo(reason == Reason.NEW ? BackupStatus.SUCCESS : BackupStatus.FAILED);
    }

    @Test
    void inTheFirstRunNoTenantIsNew() {
        storage.put("backups/acme/db.dump", NOW.minus(DAY.multipliedBy(9)), 5_000);

        assertThat(stage.run(NOW).status()).isEqualTo(BackupStatus.FAILED);
    }

    @Test
    void aFolderMarkerIsNoTenantUnlessThereWasOne() {
        nightly("acme", NOW);
        nightly("borg", NOW);
        storage.put("backups/never/", NOW, 0);
        stage.run(NOW);
        storage.under("backups/borg/").forEach(object -> storage.delete(object.key()));
        storage.put("backups/borg/", NOW, 0);

        assertThat(names(stage.run(NOW.plusSeconds(600)))).containsExactly("acme", "borg");
    }

    @Test
    void listedTenantsAreJudgedWhetherOrNotTheyHaveAFolder() {
        nightly("acme", NOW);
        nightly("eu/borg", NOW);
        nightly("stranger", NOW);

        BackupVerdict verdict =
                stage.with("BACKUP_TENANTS", "acme, eu/borg/, missing").run(NOW);

        assertThat(names(verdict)).containsExactly("acme", "eu/borg", "missing");
        assertThat(verdictOf(verdict, "eu/borg").status()).isEqualTo(BackupStatus.SUCCESS);
        assertThat(verdictOf(verdict, "missing").status()).isEqualTo(BackupStatus.FAILED);
    }

    @ParameterizedTest(name = "depth {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {"0 | .", "1 | .,eu,us", "2 | .,eu,eu/acme,us,us/borg"})
    void tenantsAreFoundAtEachDepth(int depth, String expected) {
        nightly("eu/acme", NOW);
        nightly("us/borg", NOW);
        dated("", NOW);
        dated("eu/", NOW);
        storage.put("backups/us/whole.tar", NOW.minusSeconds(3600), 5_000);

        BackupVerdict verdict =
                stage.with("BACKUP_TENANT_DEPTH", String.valueOf(depth)).run(NOW);

        assertThat(String.join(",", names(verdict))).isEqualTo(expected.replace(".", ""));
        assertThat(verdict.tenants()).allMatch(one -> one.evidence().complete());
        assertThat(verdictOf(verdict, "").status()).isEqualTo(BackupStatus.SUCCESS);
    }

    @Test
    void foldersOfDaysAreOneRowThatIsLookedAtFromItsMark() {
        for (int night = 0; night < 40; night++) {
            String day = day(NOW.minus(DAY.multipliedBy(night)));
            storage.put("backups/%s/db.dump".formatted(day), NOW.minus(DAY.multipliedBy(night)), 5_000);
        }
        nightly("zeta", NOW);
        stage.run(NOW);
        storage.listings();

        TenantVerdict row = verdictOf(stage.run(NOW.plusSeconds(600)), "");

        assertThat(row.status()).isEqualTo(BackupStatus.SUCCESS);
        assertThat(row.evidence().mark().startAfter()).startsWith("2028-02-2");
        assertThat(row.evidence().mark().before().tellsDays()).isFalse();
    }

    @Test
    void patternsDecideWhatCounts() {
        nightly("acme", NOW);
        storage.put("backups/acme/notes.txt", NOW.minusSeconds(60), 3);
        storage.put("backups/acme/old/notes.sql.gz", NOW.minusSeconds(60), 3);
        storage.put("backups/trash/a.sql.gz", NOW, 3);

        BackupVerdict before = new SurveyStage(storage).run(NOW);
        BackupVerdict after = stage.with("BACKUP_INCLUDE", "*.sql.gz")
                .with("BACKUP_EXCLUDE", "*/old/*,trash/")
                .run(NOW);

        assertThat(verdictOf(before, "acme").reason()).isEqualTo(Reason.NEWEST_INVALID);
        assertThat(names(after)).containsExactly("acme");
        assertThat(verdictOf(after, "acme").status()).isEqualTo(BackupStatus.SUCCESS);
    }

    @ParameterizedTest(name = "begun {0} ago: {1}")
    @CsvSource({"PT6H, FRESH", "PT6H1S, UPLOAD_STALLED"})
    void anUploadThatDoesNotEndIsAWarning(Duration ago, Reason reason) {
        nightly("acme", NOW);
        nightly("borg", NOW);
        storage.begin("backups/acme/2028-02-29.sql.gz", NOW.minus(ago));
        storage.begin("backups/acme/2028-02-28.sql.gz", NOW.minus(ago).plusSeconds(60));

        BackupVerdict verdict = stage.run(NOW);

        assertThat(verdictOf(verdict, "acme").reason()).isEqualTo(reason);
        assertThat(verdictOf(verdict, "borg").reason()).isEqualTo(Reason.FRESH);
    }

    @Test
    void theNewestIsAskedItselfOnceAndAgainWhenItIsAnother() {
        nightly("acme", NOW);
        stage.run(NOW);
        assertThat(storage.heads()).isEqualTo(1);

        stage.run(NOW.plusSeconds(600));
        assertThat(storage.heads()).isZero();

        storage.put("backups/acme/2028-02-29b.sql.gz", NOW.plusSeconds(700), 5_000);
        stage.run(NOW.plusSeconds(1200));
        assertThat(storage.heads()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} bytes, ETag {1}, {2} later: {3}")
    @CsvSource({
        "5000, same, PT0S, FRESH",
        "4999, same, PT0S, NEWEST_INVALID",
        "5000, other, PT0S, NEWEST_INVALID",
        "9999, other, PT1M, FRESH"
    })
    void aNewestThatIsNotAsListedIsNoBackupUnlessItWasReplacedSince(
            long bytes, String etag, Duration later, Reason reason) {
        Instant at = NOW.minusSeconds(3600);
        nightly("acme", NOW);
        storage.put("backups/acme/2028-02-29z.sql.gz", at, 5_000);
        String listed = "\"%s/5000\"".formatted(at);
        storage.answerHeads(new BackupStorage.Head(bytes, etag.equals("same") ? listed : etag, at.plus(later)));

        assertThat(verdictOf(stage.run(NOW), "acme").reason()).isEqualTo(reason);
        storage.heads();
        stage.run(NOW.plusSeconds(600));
        assertThat(storage.heads()).isEqualTo(reason == Reason.FRESH && later.isZero() ? 0 : 1);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"status\":\"success\"} | SUCCESS | FRESH",
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"exit_code\":0} | SUCCESS | FRESH",
                "{\"finished_at\":\"2028-02-28T09:59:30Z\",\"exit_code\":0} | SUCCESS | FRESH",
                "{\"finished_at\":\"2028-02-28T09:59:29Z\",\"exit_code\":0} | WARNING | JOB_OVERDUE",
                "{\"finished_at\":\"2028-02-27T09:59:29Z\",\"exit_code\":0} | FAILED | JOB_OVERDUE",
                "{\"finished_at\":\"2028-02-29T12:05:00Z\",\"exit_code\":0} | WARNING | JOB_UNCLEAR",
                "{\"exit_code\":0} | WARNING | JOB_UNCLEAR",
                "{\"exit_code\":2} | FAILED | JOB_FAILED",
                "{\"exit_code\":\"0\"} | WARNING | JOB_UNCLEAR",
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"exit_code\":1,\"status\":\"success\"} | FAILED | JOB_FAILED",
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"status\":\"Partial\"} | WARNING | JOB_WARNED",
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"status\":\"error\"} | FAILED | JOB_FAILED",
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"status\":\"strange\"} | WARNING | JOB_UNCLEAR",
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"status\":\"ok\",\"tenants\":{\"acme\":\"failed\"}} | FAILED | JOB_FAILED",
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"status\":\"failed\",\"tenants\":[{\"tenant\":\"acme\",\"exit_code\":0}]} | SUCCESS | FRESH",
                "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"tenants\":{\"borg\":{\"exit_code\":0}}} | WARNING | JOB_MISSING",
                "nonsense | WARNING | JOB_UNCLEAR",
                "[] | WARNING | JOB_UNCLEAR",
                "'' | WARNING | JOB_UNCLEAR"
            })
    void theJobsOwnWordCanMakeItWorse(String manifest, BackupStatus status, Reason reason) {
        nightly("acme", NOW);
        storage.putContent("backups/manifest.json", manifest);

        TenantVerdict verdict = verdictOf(
                stage.with("BACKUP_MANIFEST_KEY", "backups/manifest.json").run(NOW), "acme");

        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "partial", "strange"})
    void theJobsOwnWordCannotMakeItBetter(String word) {
        storage.put("backups/acme/2028-02-20.sql.gz", NOW.minus(DAY.multipliedBy(9)), 5_000);
        storage.putContent("m.json", "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"status\":\"%s\"}".formatted(word));

        TenantVerdict verdict =
                verdictOf(stage.with("BACKUP_MANIFEST_KEY", "m.json").run(NOW), "acme");

        assertThat(verdict.reason()).isEqualTo(Reason.TOO_OLD);
    }

    @Test
    void eachTenantMayLeaveItsOwnResultWhichIsNoBackup() {
        nightly("acme", NOW);
        nightly("borg", NOW);
        nightly("cats", NOW);
        storage.put("backups/acme/result.json", NOW, 9).put("backups/borg/result.json", NOW, 9);
        storage.putContent("backups/acme/result.json", "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"exit_code\":0}");
        storage.putContent("backups/borg/result.json", "{\"finished_at\":\"2028-02-29T02:00:00Z\",\"exit_code\":1}");

        BackupVerdict verdict = stage.with("BACKUP_MANIFEST_KEY", "backups/{tenant}/result.json")
                .run(NOW);

        assertThat(verdictOf(verdict, "acme").reason()).isEqualTo(Reason.FRESH);
        assertThat(verdictOf(verdict, "borg").reason()).isEqualTo(Reason.JOB_FAILED);
        assertThat(verdictOf(verdict, "cats").reason()).isEqualTo(Reason.JOB_MISSING);
    }

    @Test
    void whatIsNotFinishedByTheDeadlineIsUnknownAndTheRestIsNot() {
        for (String tenant : List.of("acme", "borg", "cats")) {
            nightly(tenant, NOW);
        }
        BackupStorage slow = new Delegate(storage) {
            @Override
            public Page list(Query query, Consumer<BackupObject> seen, Deadline deadline)
                    throws BackupStorageException {
                if (query.prefix().equals("backups/borg/")) {
                    sleepThrough(deadline);
                }
                return super.list(query, seen, deadline);
            }
        };
        long before = System.nanoTime();

        BackupVerdict verdict = new SurveyStage(slow).run(NOW, Duration.ofSeconds(1));

        assertThat(verdictOf(verdict, "borg").reason()).isEqualTo(Reason.LISTING_INCOMPLETE);
        assertThat(verdictOf(verdict, "acme").status()).isEqualTo(BackupStatus.SUCCESS);
        assertThat(verdictOf(verdict, "cats").status()).isEqualTo(BackupStatus.SUCCESS);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whoWasListedInFullTwoDaysAgoIsNotJudgedByAMarkAlone() {
        nightly("acme", NOW, 40);
        stage.run(NOW);
        Instant later = NOW.plus(Duration.ofHours(49));
        nightly("acme", later, 40);
        MemoryStorage behind = storage;
        BackupStorage refusing = new Delegate(behind) {
            @Override
            public Page list(Query query, Consumer<BackupObject> seen, Deadline deadline)
                    throws BackupStorageException {
                if (query.prefix().equals("backups/acme/") && query.startAfter().isEmpty()) {
                    throw new BackupStorageException(Failure.Reason.SERVER_ERROR, "as the test wants");
                }
                return super.list(query, seen, deadline);
            }
        };
        SurveyStage refused = new SurveyStage(refusing).remembering(stage);

        assertThat(verdictOf(refused.run(later.minus(Duration.ofHours(2))), "acme")
                        .status())
                .isEqualTo(BackupStatus.SUCCESS);
        assertThat(verdictOf(refused.run(later), "acme").reason()).isEqualTo(Reason.LISTING_INCOMPLETE);
    }

    @Test
    void aRunThatHadNoTimeForATenantLeavesItsMarkAsItWas() {
        for (int tenant = 0; tenant < 30; tenant++) {
            nightly("tenant-%02d".formatted(tenant), NOW, 40);
        }
        stage.run(NOW);
        Instant later = NOW.plusSeconds(600);
        BackupStorage slow = new Delegate(storage) {
            @Override
            public Page list(Query query, Consumer<BackupObject> seen, Deadline deadline)
                    throws BackupStorageException {
                if (!query.byFolder() && !query.prefix().endsWith("tenant-00/")) {
                    sleepThrough(deadline);
                }
                return super.list(query, seen, deadline);
            }
        };
        SurveyStage hurried = new SurveyStage(slow).remembering(stage);

        BackupVerdict verdict = hurried.run(later, Duration.ofSeconds(1));

        assertThat(verdict.tenants())
                .filteredOn(one -> one.reason() == Reason.LISTING_INCOMPLETE)
                .hasSize(29);
        assertThat(hurried.memory().tenants().values())
                .allMatch(tenant -> tenant.mark().hasPosition());
    }

    @Test
    void aTenantThatTakesLongerThanARunIsFinishedOverSeveral() {
        nightly("acme", NOW, 40);
        AtomicInteger left = new AtomicInteger();
        BackupStorage hurried = new Delegate(storage) {
            @Override
            public Page list(Query query, Consumer<BackupObject> seen, Deadline deadline)
                    throws BackupStorageException {
                if (query.prefix().equals("backups/acme/") && left.getAndDecrement() <= 0) {
                    throw new BackupStorageException(Failure.Reason.TIMED_OUT, "as the test wants");
                }
                return super.list(query, seen, deadline);
            }
        };
        SurveyStage runs = new SurveyStage(hurried);
        List<Reason> reasons = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            left.set(3);
            reasons.add(verdictOf(runs.run(NOW.plusSeconds(600L * run)), "acme").reason());
        }

        assertThat(reasons)
                .containsExactly(Reason.LISTING_INCOMPLETE, Reason.LISTING_INCOMPLETE, Reason.FRESH, Reason.FRESH);
    }

    /** What a mark stands for is checked with each look; each case changes what lies behind it between two runs. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "fewer than eight behind it, SHRUNK",
        "older ones by name behind it, SHRUNK",
        "not far enough back behind it, DAYS_MISSING"
    })
    void aMarkThatDoesNotStandForAllIsNotBelieved(String change, Reason reason) {
        nightly("acme", NOW, 40);
        for (int night = 9; night < 40; night++) {
            Instant at = NOW.minus(DAY.multipliedBy(night)).minusSeconds(7_200);
            storage.put("backups/acme/%s.sql.gz".formatted(day(at)), at, 50_000);
        }
        stage.run(NOW);
        String mark = stage.memory().tenants().get("acme").mark().startAfter();
        List<BackupObject> behind = storage.under("backups/acme/").stream()
                .filter(object -> object.key().compareTo("backups/acme/" + mark) > 0)
                .toList();
        switch (change) {
            case "fewer than eight behind it" ->
                behind.subList(1, behind.size() - 1).forEach(object -> storage.delete(object.key()));
            case "older ones by name behind it" -> {
                behind.subList(0, behind.size() - 2).forEach(object -> storage.delete(object.key()));
                for (int i = 0; i < 8; i++) {
                    storage.put("backups/acme/2028-03-again-2027-01-0%d.gz".formatted(i + 1), NOW, 5_000);
                }
            }
            default -> {
                behind.subList(0, behind.size() - 4).forEach(object -> storage.delete(object.key()));
                for (int i = 0; i < 8; i++) {
                    storage.put("backups/acme/2028-02-29-%d.gz".formatted(i), NOW.minusSeconds(60), 5_000);
                }
            }
        }

        TenantVerdict verdict = verdictOf(stage.run(NOW.plusSeconds(600)), "acme");

        assertThat(mark).isNotEmpty();
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.status()).isEqualTo(BackupStatus.WARNING);
    }

    @Test
    void fullListingsAreSpreadOverTheDay() {
        for (int tenant = 0; tenant < 60; tenant++) {
            nightly("tenant-%02d".formatted(tenant), NOW, 12);
        }
        stage.run(NOW);
        storage.listings();
        int most = 0;
        int all = 0;
        for (int run = 1; run <= 144; run++) {
            Instant at = NOW.plusSeconds(600L * run);
            stage.run(at);
            int full = (int) stage.memory().tenants().values().stream()
                    .filter(tenant -> tenant.mark().fullAt().equals(at))
                    .count();
            most = Math.max(most, full);
            all += full;
        }

        assertThat(all).isEqualTo(60);
        assertThat(most).isLessThanOrEqualTo(6);
    }

    @Test
    void manyTenantsWithFewBackupsAreListedTogetherOnceTheirNumberIsKnown() {
        for (int tenant = 0; tenant < 120; tenant++) {
            storage.put("backups/tenant-%03d/db.dump".formatted(tenant), NOW.minusSeconds(60), 5_000);
        }
        MemoryStorage wide = new MemoryStorage(30);
        storage.under("backups/").forEach(object -> wide.put(object.key(), object.lastModified(), object.bytes()));
        SurveyStage known = new SurveyStage(wide);
        known.run(NOW);
        int first = wide.listings();

        BackupVerdict verdict = known.run(NOW.plusSeconds(600));

        assertThat(first).isGreaterThan(120);
        assertThat(wide.listings()).isEqualTo(4);
        assertThat(verdict.tenants()).hasSize(120).allMatch(one -> one.status() == BackupStatus.SUCCESS);
    }

    @Test
    void nothingIsReadWhereThereAreNoTenants() {
        assertThat(stage.read(NOW, Duration.ofSeconds(5))).isEqualTo(new Reading.Nothing<>());
    }

    private void nightly(String tenant, Instant now) {
        nightly(tenant, now, 9);
    }

    private void nightly(String tenant, Instant now, int nights) {
        for (int night = 0; night < nights; night++) {
            Instant at = now.minus(DAY.multipliedBy(night)).minusSeconds(7_200);
            storage.put("backups/%s/%s.sql.gz".formatted(tenant, day(at)), at, 5_000);
        }
    }

    private void dated(String folder, Instant now) {
        for (int night = 0; night < 9; night++) {
            Instant at = now.minus(DAY.multipliedBy(night)).minusSeconds(7_200);
            storage.put("backups/%s%s/db.sql.gz".formatted(folder, day(at)), at, 5_000);
        }
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static List<String> names(BackupVerdict verdict) {
        return verdict.tenants().stream().map(one -> one.evidence().tenant()).toList();
    }

    private static void sleepThrough(Deadline deadline) throws BackupStorageException {
        try {
            Thread.sleep(deadline.remaining().plusMillis(50).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BackupStorageException(Failure.Reason.TIMED_OUT, "as the test wants");
    }

    /** A storage that is another one but for what a test changes. */
    private static class Delegate implements BackupStorage {
        private final BackupStorage behind;

        Delegate(BackupStorage behind) {
            this.behind = behind;
        }

        @Override
        public Page list(Query query, Consumer<BackupObject> seen, Deadline deadline) throws BackupStorageException {
            return behind.list(query, seen, deadline);
        }

        @Override
        public UploadPage uploads(String prefix, UploadMarker marker, Deadline deadline) throws BackupStorageException {
            return behind.uploads(prefix, marker, deadline);
        }

        @Override
        public Optional<Head> head(String key, Deadline deadline) throws BackupStorageException {
            return behind.head(key, deadline);
        }

        @Override
        public Optional<byte[]> read(String key, int most, Deadline deadline) throws BackupStorageException {
            return behind.read(key, most, deadline);
        }
    }
}
