package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.testing.FakeIncidentStore;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.RecordingPublisher;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static org.assertj.core.api.Assertions.assertThat;

/** What is published of incidents, maintenances and overrides, run by run. The component "web" has monitor 1. */
class AnnouncedRunTest {
    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    private static final FakeMonitorSource UP = FakeMonitorSource.of(aMonitor("1"), aMonitor("2"));
    private static final FakeMonitorSource DOWN =
            FakeMonitorSource.of(aMonitor("1").down(), aMonitor("2").down());
    private static final FakeMonitorSource OTHER_DOWN =
            FakeMonitorSource.of(aMonitor("1").down(), aMonitor("2").down(), aMonitor("3"), aMonitor("4"));
    private static final FakeMonitorSource SILENT = FakeMonitorSource.failing(Failure.Reason.UNREACHABLE);

    private final BoundedExecutor executor = new BoundedExecutor();
    private final FakeStateStore state = new FakeStateStore();
    private final FakeIncidentStore incidents = new FakeIncidentStore();
    private StatusDocument document;
    private HistoryDocument history;
    private RunReport report;

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void anIncidentRaisesTheStatusOfItsComponentAndOfThePlatformAndSaysSo() {
        incidents.edit(all -> all.with(incident(Impact.OUTAGE)));

        run(0, UP);

        assertThat(document.platformStatus()).isEqualTo(PlatformStatus.OUTAGE);
        assertThat(document.measuredStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(document.statusSource()).isEqualTo(StatusSource.OPERATOR);
        assertThat(document.components().get(0).status()).isEqualTo(ComponentStatus.OUTAGE);
        assertThat(document.headline()).isEqualTo(Headline.MAJOR_OUTAGE);
        assertThat(history.components().get(0).days().get(89).worstStatus()).isEqualTo(ComponentStatus.OUTAGE);
        assertThat(report.warnings()).contains("shown as outage, as an operator's override or incident says");
    }

    @Test
    void anIncidentNeverImprovesWhatIsMeasured() {
        int run = 0;
        for (Impact impact : Impact.values()) {
            incidents.edit(all -> all.with(incident(impact)));
            run(run++, DOWN);
            run(run++, DOWN);

            assertThat(document.platformStatus()).as("%s", impact).isEqualTo(PlatformStatus.OUTAGE);
        }
    }

    @Test
    void everyUpdateAndTheResolutionStay() {
        incidents.edit(all -> all.with(incident(Impact.NONE)));
        run(0, UP);
        post(at(1), Incident.Status.IDENTIFIED, "Found.");
        run(1, UP);
        post(at(2), Incident.Status.RESOLVED, "Over.");
        run(2, UP);

        IncidentEntry resolved = document.incidents().get(0);
        assertThat(resolved.end()).isEqualTo(at(2));
        assertThat(resolved.updates())
                .extracting(UpdateEntry<Incident.Status>::message)
                .containsExactly("Over.", "Found.", "We are on it.");
        run(14 * 144 + 3, UP);
        assertThat(document.incidents()).isEmpty();
        assertThat(history.incidentUpdates()).hasSize(3);
    }

    @Test
    void anAutomaticIncidentKeepsIdAndStartFromTheFirstRunThatSawItUntilRecovery() {
        run(0, UP);
        run(1, DOWN);
        run(2, DOWN);
        IncidentEntry opened = document.incidents().get(0);
        run(3, SILENT);
        run(4, DOWN);
        assertThat(document.incidents()).hasSize(1);
        assertThat(document.incidents().get(0).isCurrent()).isTrue();
        run(5, UP);
        run(6, UP);

        IncidentEntry resolved = document.incidents().get(0);
        assertThat(opened.start()).isEqualTo(at(1));
        assertThat(opened.source()).isEqualTo(Announcements.Source.AUTOMATIC);
        assertThat(opened.title()).isEqualTo(TestRules.TEXTS.disruption());
        assertThat(resolved.updates().get(0).message()).isEqualTo(TestRules.TEXTS.recovered());
        assertThat(opened.components()).containsExactly("web");
        assertThat(resolved.id()).isEqualTo(opened.id());
        assertThat(resolved.start()).isEqualTo(opened.start());
        assertThat(resolved.status()).isEqualTo(Incident.Status.RESOLVED);
    }

    @Test
    void whatAnOperatorAnnouncedGetsNoIncidentOfItsOwn() {
        incidents.edit(all -> all.with(incident(Impact.DEGRADED)));
        run(0, DOWN);
        run(1, DOWN);

        assertThat(document.incidents()).extracting(IncidentEntry::id).containsExactly("slow");
    }

    @Test
    void aPostWithoutImpactAnnouncesNoOutage() {
        incidents.edit(all -> all.with(incident(Impact.NONE)));
        run(0, DOWN);
        run(1, DOWN);

        assertThat(document.incidents()).extracting(IncidentEntry::impact).contains(Impact.OUTAGE);
    }

    @Test
    void anIncidentThatAnOperatorTookOverIsOne() {
        run(0, DOWN);
        run(1, DOWN);
        Incident automatic = state.state().announced().incidents().get(0);
        incidents.edit(all -> all.with(automatic.takenOver(incident(Impact.OUTAGE))));
        run(2, DOWN);

        assertThat(document.incidents()).hasSize(1);
        IncidentEntry one = document.incidents().get(0);
        assertThat(one.id()).isEqualTo(automatic.id());
        assertThat(one.start()).isEqualTo(automatic.startedAt());
        assertThat(one.source()).isEqualTo(Announcements.Source.OPERATOR);
        assertThat(one.updates()).hasSize(2);
    }

    @Test
    void announcedWorkExplainsItsComponentsAndMakesNoBadDay() {
        incidents.edit(all -> all.with(maintenance(List.of("web"))));

        run(0, FakeMonitorSource.of(aMonitor("1").down()));

        assertThat(document.components().get(0).status()).isEqualTo(ComponentStatus.MAINTENANCE);
        assertThat(document.headline()).isEqualTo(Headline.MAINTENANCE);
        assertThat(document.incidents()).isEmpty();
        assertThat(document.maintenances().get(0).status()).isEqualTo(Maintenance.Status.IN_PROGRESS);
        assertThat(history.days().get(89).worstStatus()).isNotEqualTo(ComponentStatus.DEGRADED);
        assertThat(history.components().get(0).id()).isEqualTo("web");
    }

    @Test
    void announcedWorkNeverHidesAnOutageOfOthersWhateverItsTitle() {
        incidents.edit(all -> all.with(maintenance(List.of())));
        run(0, OTHER_DOWN);
        run(1, OTHER_DOWN);

        assertThat(document.components().get(0).status()).isEqualTo(ComponentStatus.OUTAGE);
        assertThat(document.headline()).isEqualTo(Headline.PARTIAL_OUTAGE);
        assertThat(document.incidents()).hasSize(1);
    }

    @Test
    void anOverrideSaysWhoUntilWhenAndWhatWasMeasured() {
        incidents.edit(all -> all.with(
                new StatusOverride(PlatformStatus.OPERATIONAL, "False alarm", START, START.plusSeconds(3_600))));
        run(0, DOWN);

        assertThat(document.platformStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(document.statusSource()).isEqualTo(StatusSource.OPERATOR);
        assertThat(document.measuredStatus()).isNotEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(document.override().endsAt()).isEqualTo(START.plusSeconds(3_600));
        assertThat(document.headline()).isNotEqualTo(Headline.OPERATIONAL);
        assertThat(history.days().get(89).worstStatus()).isEqualTo(ComponentStatus.DEGRADED);
    }

    @Test
    void announcementsThatCannotBeReadAreShownAsTheLastRunKnewThem() {
        incidents.edit(all -> all.with(incident(Impact.DEGRADED)));
        run(0, UP);
        incidents.spoil();
        run(1, UP);

        assertThat(document.incidents()).extracting(IncidentEntry::id).containsExactly("slow");
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("incidents could not be read"));
    }

    @Test
    void aComponentWhoseMonitorsAreNotListedIsWhatTheHeadlineSays() {
        run(
                0,
                FakeMonitorSource.of(
                        IntStream.range(2, 20).mapToObj(id -> aMonitor("" + id)).toArray(MonitorBuilder[]::new)));

        assertThat(document.platformStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(document.components().get(0).status()).isEqualTo(ComponentStatus.UNKNOWN);
        assertThat(document.headline()).isEqualTo(Headline.UNKNOWN);
    }

    private void post(Instant when, Incident.Status status, String message) {
        incidents.edit(all -> all.with(all.incident("slow").orElseThrow().with(when, status, message)));
    }

    private static Incident incident(Impact impact) {
        return new Incident(
                "slow",
                "Slow databases after yesterday's maintenance",
                impact,
                List.of("web"),
                Announcements.Source.OPERATOR,
                START,
                List.of(new Update<>(START, Incident.Status.INVESTIGATING, "We are on it.")));
    }

    private static Maintenance maintenance(List<String> components) {
        return new Maintenance(
                "work",
                "Planned Maintenance",
                components,
                Announcements.Source.OPERATOR,
                START.minusSeconds(60),
                START.plusSeconds(7_200),
                List.of());
    }

    private static Instant at(int run) {
        return START.plus(Duration.ofMinutes(10).multipliedBy(run));
    }

    private void run(int number, MonitorSource monitors) {
        RunBuilder builder = RunBuilder.aRun(Clock.fixed(at(number), ZoneOffset.UTC), executor)
                .reading(monitors)
                .remembering(state)
                .announcing(incidents)
                .publishingTo(new RecordingPublisher());
        report = builder.build().publish(StatusRun.BY_HAND);
        document = builder.documents().get(0);
        history = builder.histories().get(0);
    }
}
