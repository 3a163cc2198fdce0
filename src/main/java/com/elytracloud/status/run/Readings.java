package com.elytracloud.status.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.run.RunReport.SourceReport;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;

/**
 * Everything one run asked for, before it concludes anything.
 *
 * @param at the instant of the run
 * @param published the number of the run that published last, 0 before the first
 */
record Readings(
        Instant at,
        Reading<MonitorFleet> monitors,
        Reading<BackupListing> backups,
        Stored memory,
        Reading<Notice> notice,
        Reading<Long> published) {

    /** What is remembered, and whether this run will be. */
    Assessor.Memory remembered() {
        return new Assessor.Memory(memory.state(), isKept());
    }

    /** The number of the run that published last; 0 if it is not known. */
    long publishedSeq() {
        return published.fold(seq -> seq, () -> 0L, failure -> 0L);
    }

    /**
     * Makes sure that this run can be ordered: its number comes from the state or from what is published.
     *
     * @throws PublishException if neither could be read
     */
    void requireOrder() {
        if (memory.condition() == Condition.UNAVAILABLE) {
            published.fold(seq -> null, () -> null, failure -> {
                throw new PublishException(
                        "neither the state nor the published status.json could be read, so nobody knows which run is the"
                                + " newest: %s; %s".formatted(memory.remark(), failure));
            });
        }
    }

    /** Whether the memory can be written. */
    boolean isKept() {
        return switch (memory.condition()) {
            case FOUND, MISSING, CORRUPT -> true;
            case NEWER, UNAVAILABLE -> false;
        };
    }

    /** Whether the slot was processed to its end, or a later one was begun. */
    boolean haveSeen(Instant slot) {
        Instant last = memory.state().slot();
        return isScheduled(slot) && (slot.isBefore(last) || (slot.equals(last) && !isUnpublished()));
    }

    /** Whether the slot was remembered by a run that did not publish: it is published without counting twice. */
    boolean haveRemembered(Instant slot) {
        return isScheduled(slot) && slot.equals(memory.state().slot()) && isUnpublished();
    }

    private boolean isScheduled(Instant slot) {
        return memory.condition() == Condition.FOUND && !slot.equals(Instant.MIN);
    }

    private boolean isUnpublished() {
        return publishedSeq() < memory.state().seq();
    }

    /** Whether a run with a later clock has written already; what lies far ahead is a wrong clock and no later run. */
    boolean areOutdated() {
        Instant written = memory.state().writtenAt();
        return written.isAfter(at) && !written.isAfter(at.plus(RunSettings.CLOCK_TOLERANCE));
    }

    /** The notice that speaks now, if there is one. */
    Optional<Notice> activeNotice() {
        return notice.fold(Optional::of, Optional::<Notice>empty, failure -> Optional.<Notice>empty())
                .filter(found -> found.isActiveAt(at));
    }

    /** What alerts are made of, beside the verdicts. */
    RunReport.Signs signs(PlatformStatus confirmed, BackupVerdict backupVerdict, List<String> refusedTexts) {
        boolean ending = activeNotice().filter(found -> found.isEndingAt(at)).isPresent();
        return new RunReport.Signs(
                confirmed, memory.condition(), ending, failed(backupVerdict), unknown(backupVerdict), refusedTexts);
    }

    private static Map<String, String> failed(BackupVerdict verdict) {
        return verdict.tenants().stream()
                .filter(tenant -> tenant.status() == BackupStatus.FAILED)
                .collect(Collectors.toMap(
                        TenantVerdict::label, tenant -> (tenant.reason() + " " + tenant.detail()).strip()));
    }

    private static Set<String> unknown(BackupVerdict verdict) {
        return verdict.tenants().stream()
                .filter(tenant -> tenant.status() == BackupStatus.UNKNOWN)
                .map(TenantVerdict::label)
                .collect(Collectors.toSet());
    }

    /** How asking each source went. */
    List<SourceReport> reports() {
        return List.of(
                SourceReport.of("monitors", monitors, fleet -> fleet.readings().size() + " monitors"),
                SourceReport.of(SourceReport.BACKUPS, backups, found -> "%d series"
                        .formatted(found.series().size())));
    }

    /** What an operator should know of memory and notice. */
    List<String> remarks(List<String> refusedTexts) {
        List<String> remarks = new ArrayList<>();
        if (!memory.remark().isEmpty()) {
            remarks.add("state %s: %s".formatted(memory.condition(), memory.remark()));
        }
        if (memory.state().writtenAt().isAfter(at.plus(RunSettings.CLOCK_TOLERANCE))) {
            remarks.add("the state is from %s, ahead of this clock"
                    .formatted(memory.state().writtenAt()));
        }
        backups.fold(found -> remarks.addAll(remarks(found)), () -> null, failure -> null);
        notice.fold(found -> null, () -> null, failure -> remarks.add("the notice cannot be used: " + failure));
        activeNotice()
                .filter(found -> found.isEndingAt(at))
                .ifPresent(found -> remarks.add("NOTICE_EXPIRING: the notice ends at " + found.expiresAt()));
        refusedTexts.forEach(refused -> remarks.add("TEXT_REFUSED: " + refused));
        return remarks;
    }

    private static List<String> remarks(BackupListing found) {
        List<String> remarks = new ArrayList<>();
        if (found.unreadable() > 0) {
            remarks.add("backups: %d object keys could not be read".formatted(found.unreadable()));
        }
        if (!found.missing().isNothing()) {
            remarks.add("backups: the listing is incomplete: " + found.missing().reason());
        }
        return remarks;
    }
}
