package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Maintenance;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class CalendarFileTest {
    private static final Instant START = Instant.parse("2028-03-04T22:00:00Z");

    @Test
    void anAnnouncedMaintenanceIsAnEvent() {
        Rendered files = Rendered.of(Sample.OPERATIONAL.status(NOW), Sample.OPERATIONAL.history(NOW));

        assertThat(files.events().get(0))
                .containsEntry("UID", "database-upgrade@" + Rendered.SITE.id())
                .containsEntry("DTSTAMP", "20280228T235530Z")
                .containsEntry("DTSTART", "20280302T235530Z")
                .containsEntry("DTEND", "20280303T015530Z")
                .containsEntry("SUMMARY", "Database upgrade")
                .containsEntry(
                        "DESCRIPTION",
                        "Scheduled: Sites stay available\\; saving may take a moment longer.\\nAffects: Databases")
                .containsEntry("STATUS", "CONFIRMED")
                .containsEntry("URL", "https://status.example.com/index.html#database-upgrade");
    }

    @Test
    void aCancelledMaintenanceStaysAsCancelledAndAnUnknownEndIsLeftOut() {
        Map<String, String> event = Rendered.of(Sample.OPERATIONAL.status(NOW), Sample.OPERATIONAL.history(NOW))
                .events()
                .get(1);

        assertThat(event).containsEntry("STATUS", "CANCELLED").doesNotContainKey("DTEND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "semi;colon, comma \\n back\\slash",
                "line\nfeed",
                "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 übermäßig",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
            })
    void textIsEscapedAndFoldedBetweenCharacters(String title) {
        Rendered files = Rendered.of(with(title), Sample.NEW.history(NOW));
        String text = files.text("calendar.ics");

        assertThat(unescaped(files.events().get(0).get("SUMMARY"))).isEqualTo(title);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r", "\uFFFD");
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\uFFFD"));
    }

    @Test
    void itNamesItsLanguage() {
        byte[] german = CalendarFile.of(Rendered.GERMAN, Sample.OPERATIONAL.status(NOW));

        assertThat(new String(german, StandardCharsets.UTF_8))
                .contains("PRODID:-//Elytra Status//calendar.ics//DE\r\n", "Betrifft: Databases");
    }

    @Test
    void aCalendarWithoutMaintenanceHasTheComponentThatIsRequired() {
        String text =
                Rendered.of(Sample.NEW.status(NOW), Sample.NEW.history(NOW)).text("calendar.ics");

        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .contains("BEGIN:VTIMEZONE\r\n")
                .doesNotContain("VEVENT")
                .endsWith("END:VCALENDAR\r\n");
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean isEscape = text.charAt(i) == '\\';
            char c = text.charAt(isEscape ? ++i : i);
            out.append(isEscape && c == 'n' ? '\n' : c);
        }
        return out.toString();
    }

    private static StatusDocument with(String title) {
        StatusDocument sample = Sample.NEW.status(NOW);
        return new StatusDocument(
                1,
                sample.updatedAt(),
                sample.staleAfter(),
                sample.platformStatus(),
                sample.statusSource(),
                sample.measuredStatus(),
                sample.headline(),
                null,
                sample.uptime(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(new MaintenanceEntry(
                        "m",
                        title,
                        Maintenance.Status.SCHEDULED,
                        List.of(),
                        Announcements.Source.OPERATOR,
                        START,
                        null,
                        List.of())));
    }
}
