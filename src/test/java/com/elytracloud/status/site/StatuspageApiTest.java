package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.domain.PlatformStatus;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class StatuspageApiTest {
    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, none, All Systems Operational, 0",
        "DEGRADED, minor, Partially Degraded Service, 1",
        "PARTIAL_OUTAGE, major, Partial System Outage, 1",
        "OUTAGE, critical, Major System Outage, 1",
        "MAINTENANCE, maintenance, Service Under Maintenance, 0",
        "UNKNOWN, minor, Partially Degraded Service, 1",
        "MANY_COMPONENTS, minor, Partially Degraded Service, 0",
    })
    void theIndicatorIsThatOfTheHeadline(Sample sample, String indicator, String description, int open) {
        JsonNode summary = summary(sample);

        assertThat(summary.at("/status/indicator").textValue()).isEqualTo(indicator);
        assertThat(summary.at("/status/description").textValue()).isEqualTo(description);
        assertThat(summary.path("incidents")).hasSize(open);
    }

    @Test
    void unknownIsNeverGreenAndHasAnIncident() {
        JsonNode summary = summary(Sample.UNKNOWN);

        assertThat(summary.at("/incidents/0/name").textValue()).isEqualTo("Current state unknown");
        assertThat(summary.at("/incidents/0/impact").textValue()).isEqualTo("minor");
        assertThat(summary.path("components").findValuesAsText("status")).containsOnly("degraded_performance");
        assertThat(summary.at("/x_freshness/platform_status").textValue()).isEqualTo("unknown");
        assertThat(summary.at("/x_freshness/stale_after").textValue()).isEqualTo("2028-03-01T00:25:30.000Z");
    }

    @Test
    void theIncidentOfAnUnknownStatusKeepsItsIdAndStartUntilItIsResolved() {
        JsonNode open = incidents(Sample.UNKNOWN, Sample.UNKNOWN.history(NOW)).get(0);
        HistoryDocument before = Sample.UNKNOWN.history(NOW);
        List<TransitionEntry> transitions = new ArrayList<>(before.transitions());
        transitions.add(new TransitionEntry(before.updatedAt(), PlatformStatus.UNKNOWN, PlatformStatus.OPERATIONAL));
        HistoryDocument recovered = new HistoryDocument(1, NOW, List.of(), List.of(), transitions, List.of());

        JsonNode unconfirmed = incidents(Sample.OPERATIONAL, before).get(0);
        JsonNode resolved = incidents(Sample.OPERATIONAL, recovered).get(0);

        assertThat(open.path("status").textValue()).isEqualTo("investigating");
        for (JsonNode each : List.of(unconfirmed, resolved)) {
            assertThat(each.path("id")).isEqualTo(open.path("id"));
            assertThat(each.path("started_at")).isEqualTo(open.path("started_at"));
            assertThat(each.path("status").textValue()).isEqualTo("resolved");
            assertThat(each.path("incident_updates")).hasSize(2);
        }
    }

    @Test
    void aLongPastUnknownStatusIsNoIncident() {
        Instant start = NOW.minusSeconds(20 * 86_400L);
        HistoryDocument history = new HistoryDocument(
                1,
                NOW,
                List.of(),
                List.of(),
                List.of(
                        new TransitionEntry(start, PlatformStatus.OPERATIONAL, PlatformStatus.UNKNOWN),
                        new TransitionEntry(
                                start.plusSeconds(600), PlatformStatus.UNKNOWN, PlatformStatus.OPERATIONAL)),
                List.of());

        assertThat(incidents(Sample.NEW, history)).isEmpty();
    }

    @Test
    void anIncidentHasItsUpdatesItsComponentsAndAnAddress() {
        JsonNode incident = summary(Sample.OUTAGE).at("/incidents/0");

        assertThat(incident.path("id").textValue()).isEqualTo("network-failure");
        assertThat(incident.path("status").textValue()).isEqualTo("identified");
        assertThat(incident.path("impact").textValue()).isEqualTo("major");
        assertThat(incident.path("shortlink").textValue())
                .isEqualTo("https://status.example.com/incidents/network-failure.html");
        assertThat(incident.path("components").findValuesAsText("name")).containsExactly("Websites", "Control panel");
        assertThat(incident.path("incident_updates").findValuesAsText("body"))
                .containsExactly("A router failed. It is being replaced.", "We are investigating timeouts.");
        assertThat(incident.path("incident_updates").findValuesAsText("incident_id"))
                .containsOnly("network-failure");
    }

    @Test
    void aMaintenanceIsActiveAndItsComponentUnderMaintenance() {
        JsonNode summary = summary(Sample.MAINTENANCE);
        JsonNode maintenance = summary.at("/scheduled_maintenances/0");

        assertThat(summary.path("scheduled_maintenances")).hasSize(1);
        assertThat(maintenance.path("status").textValue()).isEqualTo("in_progress");
        assertThat(maintenance.path("scheduled_until").textValue()).isEqualTo("2028-03-01T01:30:30.000Z");
        assertThat(maintenance.at("/components/0/status").textValue()).isEqualTo("under_maintenance");
        // Only the announcement was posted; the start follows from the time.
        assertThat(maintenance.path("incident_updates").findValuesAsText("status"))
                .containsExactly("in_progress", "scheduled");
    }

    @Test
    void aGroupHasItsMembersAndTheWorstOfTheirStatuses() {
        JsonNode components = summary(Sample.PARTIAL_OUTAGE).path("components");
        JsonNode group = components.get(0);

        assertThat(group.path("name").textValue()).isEqualTo("Hosting");
        assertThat(group.path("group").booleanValue()).isTrue();
        assertThat(group.path("status").textValue()).isEqualTo("major_outage");
        assertThat(group.path("components").toString()).isEqualTo("[\"websites\",\"databases\"]");
        assertThat(components.get(1).path("group_id")).isEqualTo(group.path("id"));
        assertThat(components.get(3).path("group_id").isNull()).isTrue();
        assertThat(components.findValuesAsText("position")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void withoutComponentsThePlatformIsOne() {
        assertThat(summary(Sample.NEW).path("components").findValuesAsText("name"))
                .containsExactly("Platform");
    }

    private static JsonNode summary(Sample sample) {
        return Rendered.of(sample.status(NOW), sample.history(NOW)).summary();
    }

    private static JsonNode incidents(Sample sample, HistoryDocument history) {
        return Rendered.of(sample.status(NOW), history)
                .json("api/v2/incidents.json")
                .path("incidents");
    }
}
