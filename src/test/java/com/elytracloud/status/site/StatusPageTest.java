package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.domain.ComponentStatus;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class StatusPageTest {
    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, All systems operational, Alle Systeme in Betrieb, operational",
        "DEGRADED, Degraded performance, Eingeschränkte Leistung, degraded",
        "PARTIAL_OUTAGE, Partial outage, Teilweise gestört, partial-outage",
        "OUTAGE, Major outage, Schwere Störung, outage",
        "MAINTENANCE, Under maintenance, Wartungsarbeiten, maintenance",
        "UNKNOWN, Current state unknown, Aktueller Zustand unbekannt, unknown",
        "MANY_COMPONENTS, Current state unknown: Websites, Aktueller Zustand unbekannt: Websites, unknown",
    })
    void theHeadlineIsOneOfSixSentences(Sample sample, String english, String german, String state) {
        Document page = Html.parse(page(sample));

        assertThat(Html.text(page, "id", "sentence")).isEqualTo(english);
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).startsWith(english + " · ");
        assertThat(page.getDocumentElement().getAttribute("data-state")).isEqualTo(state);
        assertThat(Html.text(Html.parse(german(sample)), "id", "sentence")).isEqualTo(german);
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsValidHtmlInEachLanguage(Sample sample) {
        for (byte[] html : List.of(page(sample), german(sample))) {
            assertThat(Html.parse(html).getElementsByTagName("h1").getLength()).isOne();
        }
        for (SiteFile file : site(SiteIdentity.DEFAULT, sample)) {
            if (file.path().startsWith("incidents/")) {
                assertThat(Html.parse(file.bytes()).getElementsByTagName("h1").getLength())
                        .isOne();
            }
        }
    }

    @Test
    void theAffectedComponentsAreNamedBelowTheHeadline() {
        assertThat(text(Sample.MANY_COMPONENTS, "affected")).isNull();
        assertThat(text(Sample.OUTAGE, "affected")).isEqualTo("Websites: outage, Databases: degraded");
        assertThat(text(Sample.OPERATIONAL, "affected")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, true", "MANY_COMPONENTS, false", "OPERATIONAL, false", "OVERRIDE, false"})
    void anUnknownPlatformSaysThatTheMonitoringDataIsMissing(Sample sample, boolean isMissing) {
        assertThat(all(sample).contains("Monitoring data is not available.")).isEqualTo(isMissing);
    }

    @Test
    void anOverrideSaysWhoSetItUntilWhenAndWhatWasMeasured() {
        assertThat(all(Sample.OVERRIDE))
                .contains("Set by our team until 00:45 UTC; automated checks report a service disruption. "
                        + "The monitoring server lost its own network connection.");
    }

    @Test
    void anOpenIncidentIsOnTopWithItsUpdatesAndItsTimeOfPosting() {
        String page = all(Sample.OUTAGE);

        assertThat(page)
                .containsSubsequence(
                        "Major outage",
                        "Open incidents",
                        "Network failure in our data centre",
                        "Affects: Websites, Control panel · Posted 29 Feb 2028, 23:05 UTC",
                        "Identified",
                        "Investigating",
                        "Maintenance",
                        "Components");
    }

    @Test
    void aWordInATitleIsNoKind() {
        assertThat(all(Sample.DEGRADED))
                .contains("Slow databases after yesterday's maintenance")
                .containsSubsequence("Degraded performance", "Checked");
        assertThat(Html.parse(page(Sample.DEGRADED)).getDocumentElement().getAttribute("data-state"))
                .isEqualTo("degraded");
    }

    @Test
    void pastIncidentsStandByDayWithDurationAndComponents() {
        assertThat(all(Sample.OPERATIONAL))
                .containsSubsequence(
                        "Past incidents",
                        "26 Feb 2028",
                        "Slow databases",
                        "Resolved · Duration: 2 h 5 min · Affects: Databases",
                        "3 updates",
                        "24 Feb 2028",
                        "Router firmware",
                        "Completed · Duration: 30 min");
    }

    @Test
    void whatIsNotConfiguredIsNotOnThePage() {
        String page = all(Sample.NEW);

        assertThat(page)
                .doesNotContain("Backups", "Nightly", "Infrastructure", "Components", "Elytra", "null", "NOT_FOUND")
                .contains("Service status", "not enough data yet", "No incidents in the last 14 days");
    }

    @Test
    void anUptimeOfZeroIsAFigure() {
        BigDecimal zero = new BigDecimal("0.00");
        ComponentEntry dead = new ComponentEntry(
                "mail", "Mail", null, ComponentStatus.OUTAGE, new ComponentUptime(zero, zero, zero, zero));

        assertThat(new String(page(Sample.OUTAGE, List.of(dead)), StandardCharsets.UTF_8))
                .contains("0.00% uptime in 90 days");
    }

    @Test
    void moreThanTwelveComponentsAreCollapsed() {
        assertThat(new String(page(Sample.OUTAGE, 12), StandardCharsets.UTF_8)).doesNotContain("<details id=\"c-");
        assertThat(new String(page(Sample.OUTAGE, 13), StandardCharsets.UTF_8)).contains("<details id=\"c-0\">");
    }

    private static byte[] page(Sample sample, int components) {
        List<ComponentEntry> many = IntStream.range(0, components)
                .mapToObj(i -> new ComponentEntry(
                        "" + i, "Site " + i, null, ComponentStatus.OPERATIONAL, ComponentUptime.NONE))
                .toList();
        return page(sample, many);
    }

    private static byte[] page(Sample sample, List<ComponentEntry> components) {
        StatusDocument of = sample.status(NOW);
        StatusDocument document = new StatusDocument(
                of.schemaVersion(),
                of.updatedAt(),
                of.staleAfter(),
                of.platformStatus(),
                of.statusSource(),
                of.measuredStatus(),
                of.headline(),
                null,
                of.uptime(),
                null,
                null,
                components,
                List.of(),
                List.of());
        return file("index.html", new StaticSite(SiteIdentity.DEFAULT).render(document, sample.history(NOW)));
    }

    private static byte[] page(Sample sample) {
        return file("index.html", site(SiteIdentity.DEFAULT, sample));
    }

    private static byte[] german(Sample sample) {
        return file("index.html", site(new SiteIdentity(null, null, null, Language.DE, Brand.NONE), sample));
    }

    private static String text(Sample sample, String id) {
        return Html.text(Html.parse(page(sample)), "id", id);
    }

    private static String all(Sample sample) {
        return Html.parse(page(sample))
                .getElementsByTagName("body")
                .item(0)
                .getTextContent()
                .replaceAll("\\s+", " ");
    }

    private static List<SiteFile> site(SiteIdentity site, Sample sample) {
        return new StaticSite(site).render(sample.status(NOW), sample.history(NOW));
    }

    private static byte[] file(String path, List<SiteFile> site) {
        return site.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow()
                .bytes();
    }
}
