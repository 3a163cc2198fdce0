package com.elytracloud.status.cli;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.testing.TenantBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class TenantRowTest {
    @Test
    void aRowTellsAgeAndSizeAgainstTheMedianAndTheLastLinesCountAllTenants() {
        BackupVerdict verdict = verdict(
                aTenant("acme").aged(Duration.ofMinutes(135)),
                aTenant("borg").aged(Duration.ofHours(51)).shrunkTo(0.25),
                aTenant("cats").withoutBackups());

        String table = TenantRow.table(verdict, rows(verdict));

        assertThat(table.lines().toList().get(1))
                .matches("acme +success +FRESH +\\S+ +2 h 15 min +1000000 +100 % +7 +acme/0");
        assertThat(table.lines().toList().get(2))
                .matches("borg +failed +TOO_OLD +\\S+ +2 d 3 h +250000 +25 % +7 +borg/0");
        assertThat(table.lines().toList().get(3)).matches("cats +failed +NO_BACKUP +none +- +0 +- +7");
        assertThat(table)
                .endsWith("3 tenants: 1 success, 0 warning, 2 failed, 0 unknown\nTogether: failed (MANY_FAILED)\n");
    }

    @Test
    void theTotalsAreOfAllTenantsWhoeverIsShown() {
        BackupVerdict verdict = verdict(aTenant("acme"), aTenant("borg").incomplete());

        TenantRow.Listing listing = TenantRow.list(verdict, rows(verdict).subList(0, 1));

        assertThat(listing.tenants()).hasSize(1);
        assertThat(listing.totals()).containsEntry("success", 1L).containsEntry("unknown", 1L);
    }

    private static List<TenantRow> rows(BackupVerdict verdict) {
        return verdict.tenants().stream().map(each -> TenantRow.of(each, NOW)).toList();
    }

    private static BackupVerdict verdict(TenantBuilder... tenants) {
        List<BackupEvidence> evidence =
                List.of(tenants).stream().map(TenantBuilder::evidence).toList();
        return BackupAssessor.assess(new Reading.Found<>(evidence), BackupPolicy.NIGHTLY, NOW);
    }
}
