package com.elytracloud.status.site;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import com.elytracloud.status.testing.HostileTexts;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class AtomFeedTest {
    private static final SiteIdentity SITE =
            new SiteIdentity("Elytra & Co.", URI.create("https://status.example.com/"), null);

    @ParameterizedTest
    @EnumSource
    void hasWhatAtomRequires(Sample sample) {
        Element feed = feed(sample, NOW).getDocumentElement();

        assertThat(feed.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(texts(feed, "title").get(0)).isEqualTo("Elytra & Co.");
        assertThat(texts(feed, "id")).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:elytra-status:"));
        assertThat(texts(feed, "updated"))
                .allSatisfy(time -> assertThat(Instant.parse(time)).isBeforeOrEqualTo(NOW));
        assertThat(texts(feed, "name")).containsExactly("Elytra & Co.");
        assertThat(texts(feed, "content")).hasSameSizeAs(entries(feed)).noneMatch(String::isBlank);
    }

    @Test
    void holdsTheNoticeAndTheConfirmedChangesNewestFirst() {
        Element feed = feed(Sample.OUTAGE, NOW).getDocumentElement();

        assertThat(texts(feed, "title"))
                .containsExactly(
                        "Elytra & Co.",
                        "Network failure in our data centre",
                        "Service disruption",
                        "All systems operational",
                        "Service disruption",
                        "All systems operational",
                        "Minor degradation");
        assertThat(texts(feed, "published")).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void entriesKeepTheirIdsInEveryRun() {
        var history = Sample.OUTAGE.history(NOW);
        Element before =
                Xml.parse(AtomFeed.of(SITE, Sample.OUTAGE.status(NOW), history)).getDocumentElement();
        Element after = Xml.parse(AtomFeed.of(SITE, Sample.OPERATIONAL.status(NOW.plusSeconds(600)), history))
                .getDocumentElement();

        assertThat(texts(before, "id")).containsAll(texts(after, "id"));
    }

    @Test
    void hostileTextsStayText() {
        byte[] xml = AtomFeed.of(SITE, HostileTexts.in(Sample.OUTAGE.status(NOW)), Sample.OUTAGE.history(NOW));

        assertThat(texts(Xml.parse(xml).getDocumentElement(), "title")).contains(HostileTexts.MARKUP);
    }

    private static Document feed(Sample sample, Instant now) {
        return Xml.parse(AtomFeed.of(SITE, sample.status(now), sample.history(now)));
    }

    private static List<String> entries(Element feed) {
        return texts(feed, "entry");
    }

    private static List<String> texts(Element feed, String name) {
        NodeList nodes = feed.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
