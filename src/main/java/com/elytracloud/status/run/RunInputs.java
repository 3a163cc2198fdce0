package com.elytracloud.status.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupListing.Missing;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.run.RunReport.Source;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;

/**
 * Everything one run has read, before it evaluates anything.
 *
 * @param published the number of the run that published last, 0 before the first
 */
record RunInputs(
        Instant at,
        Reading<MonitorFleet> monitors,
        Reading<BackupListing> backups,
        Stored state,
        Reading<Announcements> incidents,
        Reading<Long> published) {
    /** What this run may do, given the runs before it. */
    enum Order {
        /** Write the state and publish. */
        NEXT,
        /** Publish only: the slot's state was written by a run that did not publish. */
        REPUBLISH,
        /** Nothing: the slot was processed, or a later one was begun. */
        SKIPPED,
        /** Nothing: a run with a later clock has written already. */
        SUPERSEDED
    }

    /**
     * Orders this run after those before it.
     *
     * @param slot the scheduled slot, {@link Instant#MIN} without one
     * @throws PublishException if neither the state nor the published number could be read
     */
    Order order(Instant slot) {
        boolean scheduled = state.condition() == Condition.FOUND && !slot.equals(Instant.MIN);
        Instant last = state.state().slot();
        boolean unpublished = publishedSeq() < state.state().seq();
        if (scheduled && (slot.isBefore(last) || (slot.equals(last) && !unpublished))) {
            return Order.SKIPPED;
        }
        Instant written = state.state().writtenAt();
        if (written.isAfter(at) && !isFuture(written)) {
            return Order.SUPERSEDED;
        }
        if (state.condition() == Condition.UNAVAILABLE && published instanceof Reading.Failed<Long> failed) {
            throw new PublishException("neither the state nor the published status.json could be read, so nobody knows"
                    + " which run is the newest: %s; %s".formatted(state.warning(), failed.failure()));
        }
        return scheduled && slot.equals(last) ? Order.REPUBLISH : Order.NEXT;
    }

    // A time far ahead comes from a wrong clock and not from a later run.
    private boolean isFuture(Instant time) {
        return time.isAfter(at.plus(RunSettings.CLOCK_TOLERANCE));
    }

    /** The state of the runs before this one, and whether the next run will know this one. */
    Assessor.PriorState before() {
        return new Assessor.PriorState(state.state(), publishedSeq(), state.isWritable(), announced());
    }

    /** The number of the run that published last; 0 if it is not known. */
    long publishedSeq() {
        return published.orElse(0L);
    }

    /** What operators announced; as the last run knew it if it cannot be read. */
    Announcements announced() {
        return incidents.fold(found -> found, () -> Announcements.NONE, failure -> state.state()
                .announced()
                .by(Announcements.Source.OPERATOR));
    }

    /** The override that applies and soon ends. */
    Optional<StatusOverride> endingOverride() {
        return announced().overrideAt(at).filter(found -> found.isEndingAt(at));
    }

    List<Source> reports() {
        return List.of(
                Source.of("monitors", monitors, fleet -> fleet.readings().size() + " monitors"),
                Source.of("backups", backups, found -> "%d series"
                        .formatted(found.series().size())));
    }

    /** Warnings about the monitors, state, backups, incidents and withheld texts for the operator. */
    List<String> warnings(PlatformVerdict platform, List<String> refusedTexts) {
        List<String> warnings = new ArrayList<>();
        if (!platform.note().isEmpty()) {
            warnings.add(platform.reason() + ": " + platform.note());
        }
        if (!state.warning().isEmpty()) {
            warnings.add("state %s: %s".formatted(state.condition(), state.warning()));
        }
        if (isFuture(state.state().writtenAt())) {
            warnings.add("the state is from %s, ahead of this clock"
                    .formatted(state.state().writtenAt()));
        }
        int unreadable = backups.fold(BackupListing::unreadable, () -> 0, failure -> 0);
        if (unreadable > 0) {
            warnings.add("backups: %d object keys could not be read".formatted(unreadable));
        }
        Missing missing = backups.fold(BackupListing::missing, () -> Missing.NOTHING, failure -> Missing.NOTHING);
        if (!missing.isNothing()) {
            warnings.add("backups: the listing is incomplete: " + missing.reason());
        }
        if (incidents instanceof Reading.Failed<Announcements> failed) {
            warnings.add("the incidents could not be read, those of the last run are shown: " + failed.failure());
        }
        endingOverride().ifPresent(found -> warnings.add("OVERRIDE_ENDING: the override ends at " + found.endsAt()));
        refusedTexts.forEach(refused -> warnings.add(refused + "; it is withheld"));
        return warnings;
    }
}
