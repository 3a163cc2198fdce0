package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument.BackupCode;
import com.elytracloud.status.contract.StatusDocument.Backups;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.NoticeEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.contract.StatusDocument.Uptime;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeWindow;

/** Turns what one run concluded into what is published: the only place where inside meets outside. */
public final class StatusDocuments {
    private static final int COVERAGE_DIGITS = 3;

    private StatusDocuments() {}

    /**
     * The document of one run.
     *
     * @param staleAfter how long after the run a reader may trust it
     */
    public static StatusDocument of(Assessment assessment, PublicTexts texts, Duration staleAfter) {
        return of(assessment, assessment.platform().status(), StatusSource.AUTOMATIC, null, texts, staleAfter);
    }

    /** The document of one run in which a person speaks in place of the measurements. */
    public static StatusDocument of(Assessment assessment, Notice notice, PublicTexts texts, Duration staleAfter) {
        NoticeEntry entry = new NoticeEntry(
                code(notice.status()),
                notice.title(),
                notice.message(),
                wholeSeconds(notice.startedAt()),
                wholeSeconds(notice.expiresAt()));
        return of(assessment, notice.status(), StatusSource.OPERATOR, entry, texts, staleAfter);
    }

    /** What the days and the confirmed changes were, as one run knows them. */
    public static HistoryDocument history(RunState state, Instant now) {
        return new HistoryDocument(
                HistoryDocument.SCHEMA_VERSION,
                wholeSeconds(now),
                state.history().days(state.ledger(), now).stream()
                        .map(StatusDocuments::day)
                        .toList(),
                state.transitions().stream().map(StatusDocuments::transition).toList());
    }

    private static StatusDocument of(
            Assessment assessment,
            PlatformStatus status,
            StatusSource source,
            NoticeEntry noticeOrNull,
            PublicTexts texts,
            Duration staleAfter) {
        Instant updatedAt = wholeSeconds(assessment.at());
        Map<UptimeWindow, BigDecimal> uptime = assessment.uptime();
        return new StatusDocument(
                StatusDocument.SCHEMA_VERSION,
                updatedAt,
                wholeSeconds(updatedAt.plus(staleAfter)),
                code(status),
                source,
                new Uptime(
                        uptime.get(UptimeWindow.LAST_24H),
                        uptime.get(UptimeWindow.LAST_7D),
                        uptime.get(UptimeWindow.LAST_30D)),
                backups(assessment.backups(), texts),
                new Infrastructure(texts.infrastructureModel(), texts.regions(), texts.infrastructureNotes()),
                components(assessment.components()),
                noticeOrNull);
    }

    private static DayEntry day(DailyHistory.Day day) {
        return new DayEntry(
                day.date(),
                code(day.worst()),
                day.percent().orElse(null),
                day.coverage().setScale(COVERAGE_DIGITS, RoundingMode.DOWN));
    }

    private static TransitionEntry transition(Transition transition) {
        return new TransitionEntry(wholeSeconds(transition.at()), code(transition.from()), code(transition.to()));
    }

    private static Backups backups(BackupVerdict verdict, PublicTexts texts) {
        Instant last =
                verdict.lastSuccessfulAt().map(StatusDocuments::wholeSeconds).orElse(null);
        return new Backups(texts.backupPolicy(), code(verdict.status()), last, last);
    }

    private static List<ComponentEntry> components(List<ComponentVerdict> verdicts) {
        return verdicts.stream()
                .map(each -> new ComponentEntry(
                        each.component().id(),
                        each.component().name(),
                        code(each.verdict().status())))
                .toList();
    }

    private static Instant wholeSeconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static StatusCode code(PlatformStatus status) {
        return switch (status) {
            case OPERATIONAL -> StatusCode.OPERATIONAL;
            case DEGRADED -> StatusCode.DEGRADED;
            case OUTAGE -> StatusCode.OUTAGE;
            case UNKNOWN -> StatusCode.UNKNOWN;
        };
    }

    private static BackupCode code(BackupStatus status) {
        return switch (status) {
            case SUCCESS -> BackupCode.SUCCESS;
            case WARNING -> BackupCode.WARNING;
            case FAILED -> BackupCode.FAILED;
            case UNKNOWN -> BackupCode.UNKNOWN;
        };
    }
}
