package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.Impact;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.SourcePage;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static SourcePage page(String recording) throws IOException {
        try (InputStream body = Files.newInputStream(RECORDINGS.resolve(recording))) {
            return StatusPage.parse(body, NOW).content();
        }
    }
}
