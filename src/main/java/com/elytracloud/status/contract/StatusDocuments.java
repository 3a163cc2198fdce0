package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.contract.HistoryDocument.ComponentHistory;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument.Backups;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.OverrideEntry;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.contract.StatusDocument.Uptime;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.domain.UptimeWindow;

/** Turns what one run concluded into what is published: the only place where internal terms meet public ones. */
public final class StatusDocuments {
    private StatusDocuments() {}

    /**
     * The document of one run.
     *
     * @param announced with texts that may be published
     * @param staleAfter how long after the run a reader may trust it
     */
    public static StatusDocument of(
            Assessment assessment, Announcements announced, PublicTexts texts, Duration staleAfter) {
        Instant updatedAt = wholeSeconds(assessment.at());
        PlatformStatus platform = assessment.shown();
        PlatformStatus measured = assessment.platform().status();
        List<ComponentEntry> components =
                assessment.components().stream().map(StatusDocuments::component).toList();
        return new StatusDocument(
                StatusDocument.SCHEMA_VERSION,
                updatedAt,
                wholeSeconds(updatedAt.plus(staleAfter)),
                platform,
                platform == measured ? StatusSource.AUTOMATIC : StatusSource.OPERATOR,
                measured,
                Headline.of(
                        platform,
                        components.stream().map(ComponentEntry::status).toList()),
                announced
                        .overrideAt(assessment.at())
                        .map(StatusDocuments::override)
                        .orElse(null),
                new Uptime(
                        assessment.uptime().get(UptimeWindow.LAST_24H),
                        assessment.uptime().get(UptimeWindow.LAST_7D),
                        assessment.uptime().get(UptimeWindow.LAST_30D)),
                texts.isAboutBackups() ? backups(assessment.backups(), texts) : null,
                texts.isAboutInfrastructure()
                        ? new Infrastructure(texts.infrastructureModel(), texts.regions(), texts.infrastructureNotes())
                        : null,
                components,
                AnnouncementEntries.incidents(announced, assessment.at()),
                AnnouncementEntries.maintenances(announced, assessment.at()));
    }

    /** The days, the confirmed changes and the updates of incidents, as one run knows them. */
    public static HistoryDocument history(RunState state, Announcements announced) {
        Instant now = state.writtenAt();
        return new HistoryDocument(
                HistoryDocument.SCHEMA_VERSION,
                wholeSeconds(now),
                // Planned work does not make a bad day; the platform's days have no status for it.
                state.history().days(state.ledger(), now).stream()
                        .map(day -> day(
                                day,
                                day.worst() == ComponentStatus.MAINTENANCE ? ComponentStatus.OPERATIONAL : day.worst()))
                        .toList(),
                state.shownComponents().stream()
                        .map(each -> new ComponentHistory(
                                each.component().id(),
                                each.history().days(each.ledger(), now).stream()
                                        .map(day -> day(day, day.worst()))
                                        .toList()))
                        .toList(),
                state.transitions().stream()
                        .map(each -> new TransitionEntry(wholeSeconds(each.at()), each.from(), each.to()))
                        .toList(),
                AnnouncementEntries.updates(announced));
    }

    static Instant wholeSeconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static OverrideEntry override(StatusOverride set) {
        return new OverrideEntry(set.status(), set.reason(), wholeSeconds(set.startedAt()), wholeSeconds(set.endsAt()));
    }

    private static ComponentEntry component(Component.Verdict verdict) {
        Component component = verdict.component();
        Map<UptimeWindow, BigDecimal> uptime = verdict.uptime();
        return new ComponentEntry(
                component.id(),
                component.name(),
                component.group().isEmpty() ? null : component.group(),
                verdict.shown(),
                new ComponentUptime(
                        uptime.get(UptimeWindow.LAST_24H),
                        uptime.get(UptimeWindow.LAST_7D),
                        uptime.get(UptimeWindow.LAST_30D),
                        uptime.get(UptimeWindow.LAST_90D)));
    }

    private static DayEntry day(DailyHistory.Day day, ComponentStatus worst) {
        return new DayEntry(
                day.date(),
                worst,
                day.percent().orElse(null),
                day.seen().coverage().setScale(3, RoundingMode.DOWN));
    }

    private static Backups backups(BackupVerdict verdict, PublicTexts texts) {
        Instant last =
                verdict.lastSuccessfulAt().map(StatusDocuments::wholeSeconds).orElse(null);
        return new Backups(texts.backupPolicy(), verdict.status(), last, last);
    }
}
