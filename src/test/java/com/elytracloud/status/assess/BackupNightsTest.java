package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.SeriesCollector.BackupObject;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.testing.NightlyBackups;

import static org.assertj.core.api.Assertions.assertThat;

/** 120 nights of 40 customers in six layouts: no false alarm, and every stop is noticed in time. */
@Tag("nightly")
class BackupNightsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** Over a change of summer time, and over the ends of months and of a year. */
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");

    private static final int NIGHTS = 120;
    private static final int CUSTOMERS = 40;
    private static final int STEP_HOURS = 3;
    private static final List<String> LAYOUTS = List.of(
            "c%1$02d/%2$s.tar.gz",
            "%2$s/c%1$02d.sql.gz",
            "c%1$02d-%3$sT0200Z.tgz",
            "mysql/c%1$02d/%2$s.sql.gz",
            "c%1$02d/backup_%2$s-0200_Site_%4$s-db.gz",
            "%5$s/c%1$02d.tar.gz");

    private static final int RENAMED = 3;
    private static final int STOPPED = 8;
    private static final int LOSES_A_KIND = 12;
    private static final int LATE = 17;
    private static final int RENAMED_NIGHT = 50;
    private static final int STOPPED_NIGHT = 70;
    private static final int LATE_NIGHT = 60;
    private static final int COPY_NIGHT = 90;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<String, BackupObject> bucket = new HashMap<>();
    private BackupState state = new BackupState("", List.of());

    @Test
    void nobodyIsAlarmedForNothingAndEveryStopIsNoticed() {
        List<String> falseAlarms = new ArrayList<>();
        Map<Integer, Instant> warned = new HashMap<>();
        Map<Integer, Instant> failed = new HashMap<>();
        int verdicts = 0;
        for (int night = 0; night < NIGHTS; night++) {
            Instant from = at(night);
            List<BackupObject> written = write(night);
            for (int hour = 0; hour < 24; hour += STEP_HOURS) {
                Instant now = from.plus(Duration.ofHours(hour + 1));
                written.stream()
                        .filter(each -> !each.lastModified().isAfter(now))
                        .forEach(each -> bucket.put(each.key(), each));
                if (night == COPY_NIGHT && hour == 6) {
                    bucket.replaceAll((key, each) -> new BackupObject(key, now, each.bytes()));
                }
                for (TenantVerdict tenant : run(now).tenants()) {
                    verdicts++;
                    int customer = Integer.parseInt(tenant.customer().substring(1));
                    boolean healthy = night < STOPPED_NIGHT || (customer != STOPPED && customer != LOSES_A_KIND);
                    if (healthy && tenant.status() != BackupStatus.SUCCESS) {
                        falseAlarms.add("night %d +%d h: %s %s %s"
                                .formatted(night, hour, tenant.customer(), tenant.reason(), tenant.detail()));
                    }
                    if (!healthy && tenant.status() == BackupStatus.WARNING) {
                        warned.putIfAbsent(customer, now);
                    }
                    if (!healthy && tenant.status() == BackupStatus.FAILED) {
                        failed.putIfAbsent(customer, now);
                    }
                }
            }
            expire(night);
        }
        System.out.printf(
                "seed %d: %d verdicts, %d false alarms, warned %s, failed %s%n",
                seed, verdicts, falseAlarms.size(), warned, failed);
        assertThat(falseAlarms).as("seed %d", seed).isEmpty();
        Instant due = at(STOPPED_NIGHT);
        Duration slack = Duration.ofHours(STEP_HOURS + 1);
        assertThat(warned.get(STOPPED)).isBefore(due.plus(Duration.ofHours(26)).plus(slack));
        assertThat(failed.get(STOPPED)).isBefore(due.plus(Duration.ofHours(50)).plus(slack));
        // While the customer's other series is fresh, a late one is no warning: it may be the night of another kind.
        assertThat(failed.get(LOSES_A_KIND))
                .isBefore(due.plus(Duration.ofHours(50)).plus(slack));
    }

    private BackupVerdict run(Instant now) {
        SeriesCollector collector = new SeriesCollector(new SeriesNames(List.of()), now);
        bucket.values().forEach(each -> collector.add(each.key(), each));
        BackupListing listing = NightlyBackups.listing(collector.series());
        BackupVerdict verdict = BackupAssessor.assess(new Reading.Found<>(listing), NightlyBackups.POLICY, state, now);
        state = KnownSeries.next(listing, state, NightlyBackups.POLICY, now);
        return verdict;
    }

    private List<BackupObject> write(int night) {
        List<BackupObject> written = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            boolean stopped = night >= STOPPED_NIGHT && customer == STOPPED;
            if (stopped) {
                continue;
            }
            Duration jitter = Duration.ofSeconds(random.nextInt(3_600));
            boolean late = customer == LATE && night == LATE_NIGHT;
            Instant at = at(night).plus(jitter).plus(late ? Duration.ofMinutes(70) : Duration.ZERO);
            String key = key(customer, night);
            written.add(object(customer == RENAMED && night >= RENAMED_NIGHT ? renamed(key) : key, at, 2_000_000));
            if (customer % 6 == 0 && !(customer == LOSES_A_KIND && night >= STOPPED_NIGHT)) {
                written.add(object(key.replace(".tar.gz", "-files.tar.gz"), at.plusSeconds(300), 9_000_000));
            }
        }
        return written;
    }

    private static String renamed(String key) {
        return key.replace("mysql/", "mysql-new/");
    }

    private String key(int customer, int night) {
        LocalDate day = FIRST.plusDays(night);
        String german = "%02d-%02d-%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        String hash = "%06xa1b2c3".formatted(random.nextInt(1 << 24));
        return LAYOUTS.get(customer % LAYOUTS.size())
                .formatted(customer, day, day.toString().replace("-", ""), hash, german);
    }

    private BackupObject object(String key, Instant at, long usual) {
        return new BackupObject(key, at, usual + random.nextInt((int) usual / 5));
    }

    // Each customer keeps so many nights; a job that was renamed or stopped no longer deletes its old files.
    private void expire(int night) {
        bucket.values().removeIf(each -> {
            int customer = Integer.parseInt(each.key().replaceAll(".*?c(\\d\\d).*", "$1"));
            int kept = 7 + customer * 23 / CUSTOMERS;
            LocalDate day = new MaskedKey(each.key(), each.lastModified())
                    .date()
                    .orElse(LocalDate.ofInstant(each.lastModified(), ZoneOffset.UTC));
            boolean abandoned = customer == RENAMED && !each.key().contains("new") && night >= RENAMED_NIGHT;
            return !abandoned && day.isBefore(FIRST.plusDays(night - kept));
        });
    }

    private static Instant at(int night) {
        return FIRST.plusDays(night).atTime(LocalTime.of(2, 0)).atZone(ZONE).toInstant();
    }
}
