package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.SourcePage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusPageTest {
    private static final Path RECORDINGS = Path.of("src/test/resources/kuma");
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"1.23.17/statuspage-public.json", "2.5.3/statuspage-public.json"})
    void aPageShowsItsGroupsIncidentsAndRunningMaintenance(String recording) throws IOException {
        SourcePage page = page(recording);

        assertThat(page.read()).isTrue();
        assertThat(page.groups()).extracting(SourcePage.Group::name).containsExactly("Core", "Edge \"quoted\", 〒");
        assertThat(page.groups().get(0).monitors()).hasSize(7);
        Incident incident = page.incidents().get(0);
        assertThat(incident.id()).isEqualTo("kuma-1");
        assertThat(incident.impact()).isEqualTo(Impact.NONE);
        assertThat(incident.latest().message()).isEqualTo("We are looking into it.");
        assertThat(page.maintenances()).extracting(Maintenance::title).containsExactly("Planned database upgrade");
        assertThat(page.maintenances().get(0).endsAt()).isEqualTo(Instant.MAX);
    }

    @Test
    void aMaintenanceHasTheTimesOfTheOccurrenceThatRuns() throws IOException {
        List<Maintenance> found =
                page("2.5.3-live/maintenance-and-incident-statuspage.json").maintenances();

        assertThat(found)
                .extracting(Maintenance::title)
                .containsExactly("Planned database upgrade", "M single", "M cron");
        assertThat(found.get(1).startsAt()).isEqualTo("2026-11-26T01:01:00Z");
        assertThat(found.get(1).endsAt()).isEqualTo("2026-11-26T03:11:00Z");
        assertThat(found.get(2).startsAt()).isEqualTo("2026-11-26T01:00:00Z");
        assertThat(found.get(2).endsAt()).isEqualTo("2026-11-26T03:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We are **looking** into _it_.       | We are looking into it.",
                "See [our page](https://example.com) | See our page",
                "# Heading                           | Heading",
                "* one                               | - one",
                "snake_case_name and 2 * 3 * 4       | snake_case_name and 2 * 3 * 4",
                "<b>bold</b> `code`                  | bold code"
            })
    void markdownBecomesPlainText(String markdown, String plain) {
        assertThat(PagePosts.plain(markdown)).isEqualTo(plain);
    }

    @Test
    void aPostThatCannotBeReadHidesNeitherTheOthersNorThePage() throws IOException {
        SourcePage page = parsed("""
                {"publicGroupList": [{"id": 1, "name": "Core", "monitorList": []}],
                 "incidents": [{"id": "x", "title": {"a": 1}}, null, {"id": 7, "title": "Mail is delayed"}],
                 "maintenanceList": [
                   {"id": 8, "title": "Broken", "status": "under-maintenance", "timeslotList": "none"},
                   {"id": 9, "title": "Upgrade", "status": "under-maintenance", "timezoneOffset": "+9:99",
                    "timeslotList": [null, {"startDate": "2026-11-26 01:00:00", "endDate": "2026-11-26 03:00:00"}]}]}""");

        assertThat(page.groups()).hasSize(1);
        assertThat(page.incidents()).extracting(Incident::id).containsExactly("kuma-7");
        // With an offset that cannot be read, times are UTC, and the id stays the same from run to run.
        assertThat(page.maintenances()).extracting(Maintenance::id).containsExactly("kuma-maintenance-9-20261126-0100");
    }

    @Test
    void anOccurrenceThatIsOverIsNotShownByAnOldPage() throws IOException {
        SourcePage page = parsed("""
                {"publicGroupList": [], "maintenanceList": [
                   {"id": 3, "title": "Nightly", "status": "under-maintenance", "dateRange": ["2026-01-01 00:00"],
                    "timeslotList": [{"startDate": "2026-11-26T01:00:00.000Z", "endDate": "2026-11-26T01:59:00.000Z"},
                                     {"startDate": "2026-11-27T01:00:00.000Z", "endDate": "2026-11-27T01:59:00.000Z"}]}
                ]}""");

        assertThat(page.maintenances()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'startDate': '2026-11-26 01:00:00'}                                      | 20261126-0100",
                "{'startDate': '2026-11-26 01:00:00', 'endDate': 'tomorrow'}               | 20261126-0100",
                "{'startDate': 'today', 'endDate': '2026-11-26 03:00:00'}                  | 20260101-0000",
                "{}                                                                        | 20260101-0000",
                "{'startDate': '2026-11-26 00:00:00', 'endDate': '2026-11-26 01:00:00'},{} | 20260101-0000"
            },
            quoteCharacter = '"')
    void anOccurrenceWithoutReadableTimesIsNotOver(String slots, String start) throws IOException {
        SourcePage page = parsed("""
                {"publicGroupList": [], "maintenanceList": [
                   {"id": 3, "title": "Move", "status": "under-maintenance", "dateRange": ["2026-01-01 00:00"],
                    "timeslotList": [%s]}]}""".formatted(slots.replace('\'', '"')));

        assertThat(page.maintenances()).extracting(Maintenance::id).containsExactly("kuma-maintenance-3-" + start);
    }

    @Test
    void aMaintenanceKeepsItsStartWhenTheClocksChange() throws IOException {
        String maintenance = """
                {"publicGroupList": [], "maintenanceList": [
                   {"id": 4, "title": "By hand", "status": "under-maintenance", "dateRange": ["2026-10-24 22:00"],
                    "timeslotList": [], "timezone": "Europe/Berlin", "timezoneOffset": "%s"}]}""";

        assertThat(parsed(maintenance.formatted("+01:00")).maintenances())
                .isEqualTo(parsed(maintenance.formatted("+02:00")).maintenances())
                .extracting(Maintenance::startsAt)
                .containsExactly(Instant.parse("2026-10-24T20:00:00Z"));
    }

    @Test
    void withoutAZoneThatIsKnownTheOffsetCounts() throws IOException {
        SourcePage page = parsed("""
                {"publicGroupList": [], "maintenanceList": [
                   {"id": 4, "title": "By hand", "status": "under-maintenance", "dateRange": ["2026-11-24 22:00"],
                    "timezone": "SAME_AS_SERVER", "timezoneOffset": "+02:00"}]}""");

        assertThat(page.maintenances())
                .extracting(Maintenance::startsAt)
                .containsExactly(Instant.parse("2026-11-24T20:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"publicGroupList\": null}", "null", "[]"})
    void aPageWithoutItsGroupsIsNoPage(String body) {
        assertThatThrownBy(() -> parsed(body)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void ofBothFormsOfIncidentsTheListCounts() throws IOException {
        SourcePage page = parsed("""
                {"publicGroupList": [], "incidents": [{"id": 1, "title": "One"}, {"id": 2, "title": "Two"}],
                 "incident": {"id": 1, "title": "One"}}""");

        assertThat(page.incidents()).extracting(Incident::id).containsExactly("kuma-1", "kuma-2");
    }

    private static SourcePage parsed(String json) throws IOException {
        return StatusPage.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    private static SourcePage page(String recording) throws IOException {
        try (InputStream body = Files.newInputStream(RECORDINGS.resolve(recording))) {
            return StatusPage.parse(body, NOW);
        }
    }
}
