package com.elytracloud.status.site;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.testing.Browser;
import com.elytracloud.status.testing.Browser.Setup;
import com.elytracloud.status.testing.HostileTexts;
import com.elytracloud.status.testing.WebServer;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The page in a real browser. */
class StatusPageIT {
    private static final StaticSite SITE = new StaticSite(SiteIdentity.DEFAULT);
    private static final Setup PLAIN = new Setup("light", 1280);

    private static Browser browser;
    private WebServer server;

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        browser.close();
    }

    @BeforeEach
    void start() throws IOException {
        server = new WebServer();
        browser.setUp(PLAIN).clock(NOW);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void isAccessibleQuietAndFits(Sample sample) {
        fits(sample, Setup.TWO);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void fitsInEverySetup(Sample sample) {
        fits(sample, Setup.ALL);
    }

    private void fits(Sample sample, List<Setup> setups) {
        open(sample);

        for (Setup setup : setups) {
            browser.setUp(setup);
            assertThat(browser.axe()).as("%s", setup).isEmpty();
            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .as("width, %s", setup)
                    .isLessThanOrEqualTo(setup.width());
            browser.screenshot("page-%s-%s".formatted(name(sample), setup));
        }
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATIONAL", "OUTAGE", "UNKNOWN"})
    void saysEverythingWithoutScripts(Sample sample) {
        browser.scripts(false);
        try {
            open(sample);

            assertThat(headline()).isEqualTo(Look.of(sample.status(NOW)).sentence());
            assertThat(body()).contains("websites", "30 days", "nightly backups", "valid until", "without javascript");
            browser.screenshot("page-%s-without-scripts".formatted(name(sample)));
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void countsItsAge() {
        open(Sample.OPERATIONAL);

        browser.advance(Duration.ofMinutes(5));

        assertThat(body()).contains("checked 9 minutes ago");
    }

    @Test
    void turnsGreyByItselfWhenThePublisherIsFrozen() {
        open(Sample.OPERATIONAL);

        browser.advance(Duration.ofMinutes(25));
        String before = headline();
        browser.advance(Duration.ofMinutes(2));

        assertThat(before).isEqualTo("All systems operational");
        assertThat(headline()).isEqualTo("Current state unknown");
        assertThat(body()).contains("last update 31 minutes ago", "unknown, was operational");
        assertThat(browser.text("document.title")).startsWith("Current state unknown");
        assertThat(states()).containsOnly("unknown");
        assertThat(browser.axe()).isEmpty();
        browser.screenshot("page-frozen");
    }

    @Test
    void learnsWhatIsNewOnceAMinuteAndRecoversFromGrey() {
        open(Sample.STALE);
        assertThat(headline()).isEqualTo("Current state unknown");

        server.put("", site(Sample.OUTAGE));
        browser.advance(Duration.ofSeconds(65));
        browser.await("document.getElementById('sentence').textContent === 'Service disruption'");

        assertThat(body()).contains("network failure in our data centre", "95.41%", "control panel", "failing");
        assertThat(states()).contains("outage", "operational", "degraded");
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "null",
                "{'schema_version': 2, 'updated_at': '2999-01-01T00:00:00Z', 'stale_after': '2999-01-02T00:00:00Z',"
                        + " 'platform_status': 'outage', 'components': [], 'backups': {}, 'uptime': {}}",
                "{'schema_version': 1, 'updated_at': '2999-01-01T00:00:00Z', 'stale_after': '2999-01-02T00:00:00Z',"
                        + " 'platform_status': 'outage', 'components': null, 'backups': {}, 'uptime': {}}",
                "{'schema_version': 1, 'updated_at': '2999-01-01T00:00:00Z', 'stale_after': 'soon',"
                        + " 'platform_status': 'outage', 'components': [], 'backups': {}, 'uptime': {}}",
                "{'schema_version': 1, 'updated_at': '2000-01-01T00:00:00Z', 'stale_after': '2999-01-02T00:00:00Z',"
                        + " 'platform_status': 'outage', 'components': [], 'backups': {}, 'uptime': {}}",
            })
    void keepsWhatItKnowsWhenTheAnswerIsNoNews(String answer) {
        open(Sample.OPERATIONAL);

        server.put("status.json", "application/json", answer.replace('\'', '"'));
        browser.advance(Duration.ofSeconds(65));
        browser.await("performance.getEntriesByType('resource').some((each) => each.name.endsWith('status.json'))");

        assertThat(headline()).isEqualTo("All systems operational");
        assertThat(body()).contains("checked 5 minutes ago");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void hostileTextsStayText() {
        var document = HostileTexts.in(Sample.OUTAGE.status(NOW));
        server.put(
                "",
                new StaticSite(new SiteIdentity(HostileTexts.MARKUP, null, null))
                        .render(document, Sample.OUTAGE.history(NOW)));
        browser.open(server.address("index.html"));

        assertThat(browser.run("return window.hacked")).isNull();
        assertThat(browser.run("return document.querySelectorAll('script, img, style').length"))
                .isEqualTo(2L);
        assertThat(browser.text("document.getElementById('notice-title').textContent"))
                .isEqualTo(HostileTexts.MARKUP);
        assertThat(browser.text("document.querySelector('.name').textContent")).isEqualTo(HostileTexts.MARKUP);
        for (Setup setup : Setup.ALL) {
            browser.setUp(setup);
            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .as("width, %s", setup)
                    .isLessThanOrEqualTo(setup.width());
            browser.screenshot("page-hostile-" + setup);
        }
        assertThat(browser.axe()).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void hostileTextsStayTextWhenTheScriptBringsThem() {
        open(Sample.STALE);

        server.put("", SITE.render(HostileTexts.in(Sample.OUTAGE.status(NOW)), Sample.OUTAGE.history(NOW)));
        browser.advance(Duration.ofSeconds(65));
        browser.await("document.getElementById('sentence').textContent === 'Service disruption'");

        assertThat(browser.text("document.getElementById('notice-title').textContent"))
                .isEqualTo(HostileTexts.MARKUP);
        assertThat(browser.run("return window.hacked")).isNull();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void isReadableInForcedColoursAndOnPaper() {
        open(Sample.OUTAGE);
        browser.media(Map.of("forced-colors", "active", "prefers-reduced-motion", "reduce"));
        browser.screenshot("page-outage-forced-colors");

        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void isUsableWithTheKeyboardAlone() {
        open(Sample.OPERATIONAL);

        browser.run("document.querySelector('details').open = true");
        List<?> reached = (List<?>) browser.run("""
                return [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].map((each) => {
                    each.focus();
                    return document.activeElement === each && getComputedStyle(each).outlineStyle;
                });
                """);

        browser.screenshot("page-operational-table");
        assertThat(reached).hasSizeGreaterThan(5);
        assertThat(reached.stream().map(String::valueOf)).containsOnly("solid");
    }

    private void open(Sample sample) {
        server.put("", site(sample));
        browser.open(server.address("index.html"));
    }

    private static List<SiteFile> site(Sample sample) {
        return SITE.render(sample.status(NOW), sample.history(NOW));
    }

    private static String headline() {
        return browser.text("document.querySelector('[role=status] h1').textContent");
    }

    private static String body() {
        return browser.text("document.body.innerText").toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private static List<String> states() {
        return (List<String>) browser.run(
                "return [...document.querySelectorAll('.hero, .rows li')].map((each) => each.dataset.state)");
    }

    private static String name(Sample sample) {
        return sample.name().toLowerCase(Locale.ROOT);
    }
}
