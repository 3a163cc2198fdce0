package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;

import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.ClassedFleet;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;

/** All readings of one run to one assessment. */
public final class Assessor {
    private Assessor() {}

    /** What the operator wants judged, and by which rules. */
    public record Rules(MonitorScope scope, List<Component> components, BackupPolicy backups) {
        public Rules {
            components = List.copyOf(components);
        }
    }

    /**
     * What a run remembers of the runs before it.
     *
     * @param state {@link RunState#FIRST} on a first run
     * @param kept whether the next run will remember this one; without that an outage could never be confirmed, and the
     *     measured status is told as it is
     */
    public record Memory(RunState state, boolean kept) {
        /** Nothing before and nothing after. */
        public static final Memory NONE = new Memory(RunState.FIRST, false);
    }

    /**
     * Judges one run.
     *
     * @param slot the scheduled slot it was started for; {@link Instant#MIN} if a person started it
     */
    public static Assessment assess(
            Reading<MonitorFleet> monitors,
            Reading<BackupListing> backups,
            Rules rules,
            Memory memory,
            Instant now,
            Instant slot) {
        RunState before = memory.state();
        Reading<ClassedFleet> fleet = monitors.then(
                found -> MonitorClassifier.classify(found, rules.scope(), rules.components(), before.monitors(), now));
        PlatformVerdict raw = platform(fleet);
        StateKeeper.Kept kept = StateKeeper.advance(
                before,
                new StateKeeper.Run(now, slot, fleet, raw, isConfirmed(fleet, monitors), backups),
                rules.backups());
        return new Assessment(
                kept.next(),
                now,
                memory.kept() ? kept.platform() : raw,
                kept.uptime(),
                BackupAssessor.assess(backups, rules.backups(), before.backups(), now),
                rules.components().stream()
                        .map(component -> component(component, fleet))
                        .toList());
    }

    private static PlatformVerdict platform(Reading<ClassedFleet> fleet) {
        return fleet.fold(
                found -> PlatformAssessor.assess(found.inScope()),
                PlatformVerdict::ofAnEmptySource,
                PlatformVerdict::unobserved);
    }

    private static boolean isConfirmed(Reading<ClassedFleet> fleet, Reading<MonitorFleet> monitors) {
        return fleet.fold(
                classed -> monitors.fold(said -> OutageEvidence.confirms(classed, said), () -> false, failure -> false),
                () -> false,
                failure -> false);
    }

    private static ComponentVerdict component(Component component, Reading<ClassedFleet> fleet) {
        PlatformVerdict verdict = fleet.fold(
                found -> PlatformAssessor.assess(found.of(component)),
                PlatformVerdict::ofAnEmptySource,
                PlatformVerdict::unobserved);
        return new ComponentVerdict(component, verdict);
    }
}
