package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.MonitorNames;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.testing.NightlyBackups;
import com.elytracloud.status.testing.TenantBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class StatusDocumentsTest {
    private static final Instant WHOLE = Instant.parse("2028-02-29T23:59:30Z");
    private static final PublicTexts TEXTS = new PublicTexts("policy", "model", List.of("nyc3", "ams3"), "notes", true);

    @Test
    void timesAreWholeSecondsAndNeverAhead() {
        StatusDocument document = document(backups(aTenant("acme").aged(Duration.ofHours(2))), "PT30M");

        assertThat(document.updatedAt()).isEqualTo(WHOLE);
        assertThat(document.backups().lastSuccessfulBackup()).isEqualTo("2028-02-29T21:59:30Z");
    }

    @ParameterizedTest(name = "{0} later: {1}")
    @CsvSource({"PT30M, 2028-03-01T00:29:30Z", "PT11M0.9S, 2028-03-01T00:10:30Z", "P1D, 2028-03-01T23:59:30Z"})
    void theDocumentTellsWhenItIsStaleInWholeSeconds(String staleAfter, Instant expected) {
        assertThat(document(backups(), staleAfter).staleAfter()).isEqualTo(expected);
    }

    @Test
    void bothGenerationsOfReadersSeeTheSameBackupTime() {
        StatusDocument.Backups backups = document(
                        backups(aTenant("acme"), aTenant("late").aged(Duration.ofHours(30))))
                .backups();

        assertThat(backups.lastBackupTime()).isNotNull().isEqualTo(backups.lastSuccessfulBackup());
    }

    @Test
    void withoutAHealthyTenantThereIsNoBackupTime() {
        StatusDocument.Backups backups = document(backups(
                        aTenant("late").aged(Duration.ofHours(30)),
                        aTenant("hidden").incomplete()))
                .backups();

        assertThat(backups.lastSuccessfulBackup()).isNull();
        assertThat(backups.lastBackupTime()).isNull();
    }

    @Test
    void aComponentHasItsNameAndItsStatusAndNullForWhatItDoesNotHave() {
        assertThat(document(backups()).components())
                .containsExactly(
                        new ComponentEntry("web", "Web", null, ComponentStatus.OPERATIONAL, ComponentUptime.NONE));
    }

    @Test
    void aWindowThatIsNotKnownIsNull() {
        StatusDocument.Uptime uptime = document(backups()).uptime();

        assertThat(uptime).isEqualTo(new StatusDocument.Uptime(new BigDecimal("99.98"), null, new BigDecimal("97.00")));
    }

    @Test
    void theOperatorsTextsArePassedOn() {
        StatusDocument document = document(backups());

        assertThat(document.backups().policy()).isEqualTo("policy");
        assertThat(document.infrastructure())
                .isEqualTo(new StatusDocument.Infrastructure("model", List.of("nyc3", "ams3"), "notes"));
    }

    @Test
    void nothingInsideIsInTheDocument() {
        String published = document(backups(aTenant("acme-corp"))).toString();

        assertThat(published).doesNotContain("acme-corp", "WHY_PLATFORM", "WHY_COMPONENT", "4711");
    }

    @Test
    void withoutBackupsThereIsNoSectionAboutThem() {
        Assessment assessment = assessment(PlatformStatus.OPERATIONAL, BackupVerdict.unknown("NO_TENANTS"));
        PublicTexts texts = new PublicTexts("policy", null, List.of(), null, false);

        StatusDocument document = StatusDocuments.of(
                assessment, PlatformStatus.OPERATIONAL, Map.of(), Announcements.NONE, texts, Duration.ofMinutes(30));

        assertThat(document.backups()).isNull();
        assertThat(document.headline()).isEqualTo(Headline.OPERATIONAL);
    }

    private static StatusDocument document(BackupVerdict backups) {
        return document(backups, "PT30M");
    }

    private static StatusDocument document(BackupVerdict backups, String staleAfter) {
        return of(assessment(PlatformStatus.OPERATIONAL, backups), Duration.parse(staleAfter));
    }

    private static StatusDocument of(Assessment assessment, Duration staleAfter) {
        return StatusDocuments.of(
                assessment, assessment.platform().status(), Map.of(), Announcements.NONE, TEXTS, staleAfter);
    }

    private static Assessment assessment(PlatformStatus status, BackupVerdict backups) {
        Component web = new Component("web", "Web", ids("4711"));
        return new Assessment(
                RunState.FIRST,
                NOW,
                new PlatformVerdict(status, "WHY_PLATFORM"),
                MonitorNames.NONE,
                Map.of(
                        UptimeWindow.LAST_24H, new BigDecimal("99.98"),
                        UptimeWindow.LAST_30D, new BigDecimal("97.00")),
                backups,
                List.of(new ComponentVerdict(web, new PlatformVerdict(status, "WHY_COMPONENT"), Map.of())));
    }

    private static BackupVerdict backups(TenantBuilder... tenants) {
        return NightlyBackups.assess(tenants);
    }
}
