package com.elytracloud.status.site;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.IncidentUpdate;
import com.elytracloud.status.domain.Incident;

import static com.elytracloud.status.site.Rendered.texts;
import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class AtomFeedTest {
    @ParameterizedTest
    @EnumSource
    void hasWhatAtomRequires(Sample sample) {
        Rendered files = Rendered.of(sample.status(NOW), sample.history(NOW));
        Element feed = files.feed();

        assertThat(feed.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo("en");
        assertThat(texts(feed, "title").get(0)).isEqualTo("Example & Co.");
        assertThat(texts(feed, "subtitle").get(0)).contains("do not expire by themselves");
        assertThat(texts(feed, "id")).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:elytra-status:"));
        assertThat(texts(feed, "content")).hasSameSizeAs(files.entries()).noneMatch(String::isBlank);
        assertThat(texts(feed, "published")).isSortedAccordingTo((a, b) -> b.compareTo(a));
        List<String> updated = texts(feed, "updated");
        assertThat(updated.get(0)).isEqualTo(sample == Sample.NEW ? "1970-01-01T00:00:00Z" : updated.get(1));
    }

    @Test
    void anEntryTellsHowFarItIsWhatIsAffectedAndLinksToThePageOfTheIncident() {
        Element entry = Rendered.of(Sample.OUTAGE.status(NOW), Sample.OUTAGE.history(NOW))
                .entries()
                .get(0);

        assertThat(texts(entry, "title")).containsExactly("Identified: Network failure in our data centre");
        assertThat(texts(entry, "content"))
                .containsExactly("A router failed. It is being replaced.\n\nAffects: Websites, Control panel");
        assertThat(((Element) entry.getElementsByTagName("link").item(0)).getAttribute("href"))
                .isEqualTo("https://status.example.com/incidents/network-failure.html");
    }

    @Test
    void aTransitionIsAnEntryInTheWordsOfThePlatformStatus() {
        Rendered files = Rendered.of(Rendered.GERMAN, Sample.UNKNOWN.status(NOW), Sample.UNKNOWN.history(NOW));

        assertThat(texts(files.entries().get(0), "title")).containsExactly("Status der Plattform: unbekannt");
        assertThat(texts(files.entries().get(0), "content"))
                .containsExactly("Der Status der Plattform wechselte von „in Betrieb“ zu „unbekannt“.");
    }

    @Test
    void withoutAnAddressThereAreNoLinks() {
        Rendered files = Rendered.of(Rendered.WITHOUT_ADDRESS, Sample.OUTAGE.status(NOW), Sample.OUTAGE.history(NOW));

        assertThat(files.feed().getElementsByTagName("link").getLength()).isZero();
        assertThat(files.text("calendar.ics")).doesNotContain("URL:");
    }

    @Test
    void whatOnlyTheHistoryStillHoldsStaysUnderItsId() {
        HistoryDocument history = Sample.OUTAGE.history(NOW);
        List<String> before =
                texts(Rendered.of(Sample.OUTAGE.status(NOW), history).feed(), "id");

        List<String> after = texts(Rendered.of(Sample.NEW.status(NOW), history).feed(), "id");

        assertThat(before).containsAll(after);
        assertThat(after).filteredOn(id -> id.contains(":incident:")).hasSize(5);
    }

    @Test
    void updatesOfTheSameSecondAndStatusAreTwoEntries() {
        Instant at = Instant.parse("2028-02-01T12:00:00Z");
        IncidentUpdate update = new IncidentUpdate(at, "mail", "Mail", Incident.Status.INVESTIGATING, "First.");
        IncidentUpdate other = new IncidentUpdate(at, "mail", "Mail", Incident.Status.INVESTIGATING, "Second.");
        HistoryDocument history = new HistoryDocument(1, NOW, List.of(), List.of(), List.of(), List.of(update, other));

        Rendered files = Rendered.of(Sample.NEW.status(NOW), history);

        assertThat(texts(files.feed(), "content")).containsExactly("Second.", "First.");
        assertThat(texts(files.feed(), "id")).doesNotHaveDuplicates();
    }

    @Test
    void theNewestHundredAreKept() {
        List<IncidentUpdate> updates = IntStream.range(0, 100)
                .mapToObj(i -> new IncidentUpdate(
                        Instant.parse("2027-01-01T00:00:00Z").plusSeconds(60L * i),
                        "old",
                        "Old",
                        Incident.Status.MONITORING,
                        "Update " + i))
                .toList();
        HistoryDocument history = new HistoryDocument(1, NOW, List.of(), List.of(), List.of(), updates);

        List<String> contents =
                texts(Rendered.of(Sample.OPERATIONAL.status(NOW), history).feed(), "content");

        assertThat(contents).hasSize(100).contains("Update 99").doesNotContain("Update 0");
    }

    @Test
    void controlCharactersAndHalfSurrogatesAreReplaced() {
        assertThat(PlainText.of("a\u0000b\u001Bc\u0085d\uFFFEe\uD83Df\uDCA5\t\r\ng\rh💥\uFDD0"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFD\t\ng\nh💥\uFFFD");
    }
}
