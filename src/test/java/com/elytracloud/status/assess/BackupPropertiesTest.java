package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.SeriesCollector.BackupObject;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.testing.NightlyBackups;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class BackupPropertiesTest {
    private static final List<String> PARTS = List.of(
            "acme",
            "/",
            "//",
            "-",
            "_",
            ".",
            "#",
            "2026-11-25",
            "20261125T0200Z",
            "31-02-2026",
            "25-Nov-2026",
            "monday",
            "may",
            "\u0004",
            "\ud83d\ude00",
            "%",
            "{",
            "\\",
            "$",
            "1764036000",
            "99999999999999999999",
            "6.8.1",
            "mysql",
            "deadbeef01",
            ".sql.gz",
            "",
            " ",
            "\n",
            ".keep",
            "2026/11/25/",
            "Müller");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void anyKeysSizesAndTimesHaveAVerdict() {
        for (int round = 0; round < 400; round++) {
            List<BackupObject> objects = new ArrayList<>();
            int count = random.nextInt(30);
            for (int i = 0; i < count; i++) {
                StringBuilder key = new StringBuilder();
                random.ints(1 + random.nextInt(6), 0, PARTS.size()).forEach(part -> key.append(PARTS.get(part)));
                objects.add(new BackupObject(
                        key.toString(),
                        NOW.minusSeconds(random.nextInt(200 * 86_400) - 86_400L),
                        random.nextBoolean() ? random.nextInt(3_000) : random.nextLong() >>> 1));
            }
            assertThat(assess(objects).status()).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void aFreshBackupNeverMakesAVerdictWorseAndTheNewestGoneNeverBetter() {
        for (int round = 0; round < 800; round++) {
            List<BackupObject> objects = nights(1 + random.nextInt(30), 1 + random.nextInt(8));
            List<BackupObject> more = new ArrayList<>(objects);
            // As large as usual, and by the hour of the job.
            more.add(object(NOW.minusSeconds(60), 1_000_000));

            assertThat(rank(more))
                    .as("fresh, seed %d round %d: %s", seed, round, objects)
                    .isLessThanOrEqualTo(rank(objects));
            assertThat(rank(objects.subList(1, objects.size())))
                    .as("gone, seed %d round %d: %s", seed, round, objects)
                    .isGreaterThanOrEqualTo(rankOfAge(objects));
        }
    }

    // What removing the newest may repair is the newest itself: an invalid or shrunken one.
    private static int rankOfAge(List<BackupObject> objects) {
        boolean damaged = objects.get(0).bytes() < 900_000;
        return damaged ? 0 : rank(objects);
    }

    private List<BackupObject> nights(int runs, int every) {
        List<BackupObject> objects = new ArrayList<>();
        Instant at = NOW.minus(Duration.ofHours(random.nextInt(24 * 20))).minusSeconds(60);
        // One damaged night at most: from several on the cadence itself is uncertain.
        int damaged = random.nextInt(2 * runs);
        for (int i = 0; i < runs; i++) {
            long bytes = i == damaged ? random.nextInt(2_000) : 1_000_000 + random.nextInt(100_000);
            objects.add(object(at.minus(Duration.ofDays((long) every * i)).minusSeconds(random.nextInt(1_800)), bytes));
        }
        return objects;
    }

    private static BackupObject object(Instant at, long bytes) {
        return new BackupObject("acme/%s.tgz".formatted(at.toString().substring(0, 19)), at, bytes);
    }

    private static int rank(List<BackupObject> objects) {
        return objects.isEmpty()
                ? Integer.MAX_VALUE
                : List.of(BackupStatus.values())
                        .indexOf(assess(objects).tenants().get(0).status());
    }

    private static BackupVerdict assess(List<BackupObject> objects) {
        SeriesCollector collector = new SeriesCollector(new SeriesNames(List.of()), NOW);
        objects.forEach(each -> collector.add(each.key(), each));
        return NightlyBackups.assess(collector.series(), NOW);
    }
}
