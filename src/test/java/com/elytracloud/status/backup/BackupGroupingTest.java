package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.SeriesCollector;
import com.elytracloud.status.assess.SeriesCollector.BackupObject;
import com.elytracloud.status.assess.SeriesNames;
import com.elytracloud.status.assess.SeriesNames.BackupPattern;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.testing.NightlyBackups;

import static org.assertj.core.api.Assertions.assertThat;

class BackupGroupingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void whatWasUnderstoodIsOneSentence() {
        BackupVerdict verdict =
                verdict("", nights("acme/%s-db.sql.gz"), nights("acme/%s-files.tgz"), nights("bolt/%s.tgz"));

        assertThat(BackupCheck.grouping(verdict)).isEqualTo("3 series of 2 customers, nightly");
        assertThat(BackupCheck.doubt(verdict)).isEmpty();
    }

    @Test
    void aCustomerThatIsAKindOrHasNoNameLooksAccidental() {
        assertThat(BackupCheck.doubt(
                        verdict("{customer}/**", nights("server/alpha-%s.tgz"), nights("server/b-%s.tgz"))))
                .contains("a customer is called server");
        assertThat(BackupCheck.doubt(verdict("", nights("%s.tgz")))).contains("some keys name no customer");
    }

    @Test
    void customersOfASingleObjectLookAccidental() {
        Stream<String> keys = IntStream.range(0, 6).mapToObj(i -> "shop-00012" + i + ".tgz");

        assertThat(BackupCheck.doubt(verdict("", keys))).contains("most customers have a single object");
    }

    private static Stream<String> nights(String key) {
        return IntStream.range(0, 10)
                .mapToObj(night -> key.formatted(
                        NOW.minus(Duration.ofDays(night)).toString().substring(0, 10)));
    }

    @SafeVarargs
    private static BackupVerdict verdict(String pattern, Stream<String>... keys) {
        List<BackupPattern> patterns = pattern.isEmpty() ? List.of() : List.of(BackupPattern.of(pattern));
        SeriesCollector collector = new SeriesCollector(new SeriesNames(patterns), NOW);
        for (Stream<String> some : keys) {
            int[] night = {0};
            some.forEach(key -> collector.add(
                    key, new BackupObject(key, NOW.minus(Duration.ofHours(24L * night[0]++ + 10)), 5_000_000)));
        }
        return NightlyBackups.assess(collector.series(), NOW);
    }
}
