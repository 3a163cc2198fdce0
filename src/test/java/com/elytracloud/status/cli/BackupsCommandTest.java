package com.elytracloud.status.cli;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.cli.BackupsCommand.FailOn;
import com.elytracloud.status.cli.BackupsCommand.Listing;
import com.elytracloud.status.cli.BackupsCommand.Row;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.testing.NightlyBackups;
import com.elytracloud.status.testing.TenantBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class BackupsCommandTest {
    @Test
    void rowsShowCadenceAgeAndSizesWorstFirstAndTheLastLinesCountAllCustomers() {
        BackupVerdict verdict = verdict(
                aTenant("acme").aged(Duration.ofMinutes(135)),
                aTenant("borg").aged(Duration.ofHours(51)).shrunkTo(0.25),
                aTenant("cats").withoutBackups());

        String table = Listing.of(verdict, rows(verdict)).table();

        assertThat(table.lines().toList().get(1))
                .matches("borg +failed +TOO_OLD +borg/#.tgz +1 d +2 d 3 h +250000 +1000000 +borg/newest.tgz");
        assertThat(table.lines().toList().get(2)).matches("cats +failed +NO_BACKUP +- +- +0 +-");
        assertThat(table.lines().toList().get(3))
                .matches("acme +success +FRESH +acme/#.tgz +1 d +2 h 15 min +1000000 +1000000 +acme/newest.tgz");
        assertThat(table)
                .endsWith("3 customers: 1 success, 0 warning, 2 failed, 0 unknown\nTogether: failed (MANY_FAILED)\n");
    }

    @Test
    void theTotalsAreOfAllTenantsWhoeverIsShown() {
        BackupVerdict verdict = verdict(aTenant("acme"), aTenant("borg").incomplete());

        Listing listing = Listing.of(verdict, rows(verdict).subList(0, 1));

        assertThat(listing.series()).hasSize(1);
        assertThat(listing.totals()).containsEntry("success", 1L).containsEntry("unknown", 1L);
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, false, false", "UNKNOWN, true, false", "WARNING, true, false", "FAILED, true, true"})
    void aVerdictAsBadAsItSaysFails(BackupStatus status, boolean onWarning, boolean onFailed) {
        assertThat(FailOn.warning.includes(status)).isEqualTo(onWarning);
        assertThat(FailOn.failed.includes(status)).isEqualTo(onFailed);
    }

    private static List<Row> rows(BackupVerdict verdict) {
        return verdict.tenants().stream().flatMap(each -> Row.of(each, NOW)).toList();
    }

    private static BackupVerdict verdict(TenantBuilder... tenants) {
        return NightlyBackups.assess(tenants);
    }
}
