package com.elytracloud.status.site;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.testing.Browser;
import com.elytracloud.status.testing.Browser.Setup;
import com.elytracloud.status.testing.HostileTexts;
import com.elytracloud.status.testing.WebServer;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages in a real browser. */
class StatusPageIT {
    private static final StaticSite SITE = new StaticSite(SiteIdentity.DEFAULT);
    private static final StaticSite GERMAN = new StaticSite(new SiteIdentity(
            null,
            null,
            URI.create("https://example.com"),
            Language.DE,
            new Brand(null, "#7a1fa2", URI.create("https://example.com/impressum"), null, "hilfe@example.com")));
    private static final Setup PLAIN = new Setup("light", 1280);

    private static final double MAX_SHIFT = 0.05;
    private static final String FRAMES = """
            return new Promise((done) => {
                let frames = 3;
                const next = () => (frames-- ? requestAnimationFrame(next) : done());
                next();
            });
            """;

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
        browser.timeZone("UTC");
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
        fits(
                sample,
                Stream.concat(Setup.ALL.stream(), Stream.of(new Setup("light", 768), new Setup("dark", 768)))
                        .toList());
    }

    private void fits(Sample sample, List<Setup> setups) {
        open(SITE, sample, NOW);

        for (Setup setup : setups) {
            browser.setUp(setup);
            assertThat(browser.axe()).as("%s", setup).isEmpty();
            assertFits(setup);
            browser.screenshot("page-%s-%s".formatted(sample, setup));
        }
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTAGE", "MAINTENANCE"})
    void fitsInGermanWithTextTwiceAsLargeAt320Pixels(Sample sample) {
        open(GERMAN, sample, NOW);
        Setup setup = new Setup("light", 320);
        browser.setUp(setup);

        browser.run("document.documentElement.style.fontSize = '200%'");

        assertFits(setup);
        assertThat(browser.axe()).isEmpty();
        browser.screenshot("page-%s-german-large-text".formatted(sample));
    }

    @Test
    void thePageOfAnIncidentIsAccessibleAndFollowsIt() {
        server.put("", SITE.render(Sample.OUTAGE.status(NOW), Sample.OUTAGE.history(NOW)));
        browser.open(server.address("incidents/network-failure.html"));
        assertThat(browser.axe()).isEmpty();
        browser.screenshot("incident");

        String html = new String(
                SITE.render(Sample.OUTAGE.status(NOW), Sample.OUTAGE.history(NOW)).stream()
                        .filter(each -> each.path().equals("incidents/network-failure.html"))
                        .findFirst()
                        .orElseThrow()
                        .bytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        server.put(
                "incidents/network-failure.html",
                "text/html; charset=utf-8",
                html.replace("It is being replaced.", "It was replaced."));
        browser.advance(Duration.ofSeconds(65));

        browser.await("document.querySelector('main').textContent.includes('It was replaced.')");
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATIONAL", "OUTAGE", "UNKNOWN"})
    void isCompleteWithoutScripts(Sample sample) {
        browser.scripts(false);
        try {
            open(SITE, sample, NOW);

            assertThat(headline()).isEqualTo(new HeadlineText(sample.status(NOW), Language.EN).headline());
            assertThat(body())
                    .contains("websites", "30 days", "nightly backups", "29 feb 2028, 23:55 utc", "without javascript")
                    .doesNotContain("minutes ago");
            browser.run("document.querySelector('details').open = true");
            browser.screenshot("page-%s-without-scripts".formatted(sample));
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void countsItsAgeAndShowsTheReadersTime() {
        browser.timeZone("Asia/Kolkata");
        open(SITE, Sample.OUTAGE, NOW);

        browser.advance(Duration.ofMinutes(5));

        assertThat(body()).contains("checked 9 minutes ago", "1 mar 2028, 05:25", "posted 1 mar 2028, 04:35");
        // It keeps the room of its longer UTC text, which would be a gap before a text behind it.
        assertThat(browser.run("return [...document.querySelectorAll('time[title]')]"
                        + ".filter((each) => each.nextSibling?.textContent.trim()).length"))
                .isEqualTo(0L);
        assertThat(browser.text("document.getElementById('updated').title")).isEqualTo("29 Feb 2028, 23:55 UTC");
        assertThat(browser.text("document.getElementById('zone').textContent")).contains("your time zone");
    }

    /** Compared without and with scripts: a fast script runs before the browser first paints, which reports no shift then. */
    @ParameterizedTest
    @CsvSource({"320, OUTAGE", "412, OUTAGE", "1280, OUTAGE", "320, STALE", "412, STALE", "1280, STALE"})
    void nothingMovesWhenTheScriptRuns(int width, Sample sample) {
        browser.timeZone("Asia/Kolkata");
        browser.setUp(new Setup("light", width));
        browser.scripts(false);
        open(SITE, sample, NOW);
        Object before = tops();
        browser.scripts(true);
        open(SITE, sample, NOW);
        browser.run(FRAMES);

        assertThat(tops()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "320, OPERATIONAL",
        "320, OUTAGE",
        "320, UNKNOWN",
        "412, OPERATIONAL",
        "412, OUTAGE",
        "1280, OPERATIONAL",
        "1280, OUTAGE"
    })
    void almostNothingMovesWhenThePageExpires(int width, Sample sample) {
        browser.setUp(new Setup("light", width));
        open(SITE, sample, NOW);
        assertThat(shiftWhenItExpires()).isLessThanOrEqualTo(MAX_SHIFT);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATIONAL", "OUTAGE"})
    void almostNothingMovesWhenThePageExpiresInGermanWithTextTwiceAsLarge(Sample sample) {
        browser.setUp(new Setup("light", 320));
        open(GERMAN, sample, NOW);
        browser.run("document.documentElement.style.fontSize = '200%'");
        assertThat(shiftWhenItExpires()).isLessThanOrEqualTo(MAX_SHIFT);
    }

    @Test
    void isPrintedCompletelyAndByDayWithoutScripts() {
        browser.scripts(false);
        try {
            open(SITE, Sample.MANY_COMPONENTS, NOW);
            browser.media("print", Map.of("prefers-color-scheme", "dark"));

            assertThat(browser.run("return [...document.querySelectorAll('svg.days, .updates')]"
                            + ".filter((each) => !each.checkVisibility() || !each.getBoundingClientRect().height)"
                            + ".length"))
                    .isEqualTo(0L);
            assertThat(browser.text("getComputedStyle(document.querySelector('.hero .icon')).color"))
                    .isEqualTo("rgb(91, 101, 117)");
            assertThat(browser.text("getComputedStyle(document.getElementById('subscribe')).display"))
                    .isEqualTo("none");
            browser.screenshot("page-printed");
        } finally {
            browser.scripts(true);
            browser.media("", Map.of());
        }
    }

    @Test
    void turnsGreyWithTitleAndIconWhenNoUpdateArrives() {
        open(SITE, Sample.OPERATIONAL, NOW);

        browser.advance(Duration.ofMinutes(25));
        String before = headline();
        browser.advance(Duration.ofMinutes(2));

        assertThat(before).isEqualTo("All systems operational");
        assertThat(headline()).isEqualTo("Current state unknown");
        assertThat(body()).contains("last known: 31 minutes ago", "was operational");
        assertThat(browser.text("document.title")).isEqualTo("Current state unknown · Service status");
        assertThat(icon()).contains(StatusStyle.UNKNOWN.colour());
        assertThat(browser.text("document.getElementById('live').textContent")).isEqualTo("Current state unknown");
        assertThat(states()).containsOnly("unknown");
        assertThat(browser.axe()).isEmpty();
        browser.screenshot("page-grey");
    }

    @Test
    void anOpenTabFollowsCompletely() {
        open(SITE, Sample.NEW, NOW);
        browser.run("document.querySelector('#subscribe a').focus()");

        server.put("", SITE.render(Sample.OUTAGE.status(NOW.plusSeconds(240)), Sample.OUTAGE.history(NOW)));
        browser.advance(Duration.ofSeconds(65));
        browser.await("document.getElementById('sentence').textContent === 'Major outage'");

        assertThat(browser.text("document.title")).isEqualTo("Major outage · Service status");
        assertThat(icon()).contains(StatusStyle.OUTAGE.colour());
        assertThat(browser.text("document.documentElement.dataset.state")).isEqualTo("outage");
        assertThat(body())
                .contains("network failure in our data centre", "control panel", "95.41%", "failing", "23:59");
        assertThat(browser.text("document.activeElement.textContent")).isEqualTo("feed.atom");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void recoversFromGreyAndKeepsWhatTheReaderOpened() {
        open(SITE, Sample.STALE, NOW);
        browser.run("document.getElementById('table').open = true");
        assertThat(headline()).isEqualTo("Current state unknown");

        server.put("", SITE.render(Sample.OPERATIONAL.status(NOW), Sample.OPERATIONAL.history(NOW)));
        browser.advance(Duration.ofSeconds(65));
        browser.await("document.getElementById('sentence').textContent === 'All systems operational'");

        assertThat(browser.run("return document.getElementById('table').open")).isEqualTo(true);
        assertThat(icon()).contains(StatusStyle.OPERATIONAL.colour());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<html><body>Gateway timeout", "older"})
    void keepsItsContentWhenTheResponseIsNoNewerPage(String response) {
        open(SITE, Sample.OPERATIONAL, NOW);

        if (response.equals("older")) {
            server.put("", SITE.render(Sample.OUTAGE.status(NOW.minusSeconds(60)), Sample.OUTAGE.history(NOW)));
        } else {
            server.put("index.html", "text/html; charset=utf-8", response);
        }
        browser.advance(Duration.ofSeconds(65));
        browser.await("performance.getEntriesByType('resource').some((each) => each.name.endsWith('index.html'))");

        assertThat(headline()).isEqualTo("All systems operational");
        assertThat(body()).contains("checked 5 minutes ago");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aClockThatIsBehindIsReportedAndThePageStillTurnsGrey() {
        browser.clock(NOW.minus(Duration.ofHours(2)));
        open(SITE, Sample.OPERATIONAL, NOW);

        assertThat(body()).contains("the clock of this device is behind by 116 minutes");
        browser.advance(Duration.ofMinutes(31));

        assertThat(headline()).isEqualTo("Current state unknown");
        assertThat(body()).contains("last known: 31 minutes ago");
    }

    @Test
    void hostileTextsStayTextAndFit() {
        server.put("", SITE.render(HostileTexts.in(Sample.OUTAGE.status(NOW)), Sample.OUTAGE.history(NOW)));
        browser.open(server.address("index.html"));

        assertThat(browser.run("return window.hacked")).isNull();
        assertThat(browser.text("document.querySelector('.name').textContent")).isEqualTo(HostileTexts.MARKUP);
        for (Setup setup : Setup.ALL) {
            browser.setUp(setup);
            assertFits(setup);
        }
        browser.screenshot("page-hostile");
        assertThat(browser.axe()).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void isReadableInForcedColours() {
        open(SITE, Sample.OUTAGE, NOW);
        browser.media(Map.of("forced-colors", "active", "prefers-reduced-motion", "reduce"));
        browser.screenshot("page-forced-colours");

        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void isUsableWithTheKeyboardAlone() {
        open(SITE, Sample.OUTAGE, NOW);

        browser.run("for (const each of document.querySelectorAll('details')) each.open = true");
        String targets = "document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')";
        long count = (Long) browser.run("return " + targets + ".length");
        List<String> outlines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            browser.pressTab();
            browser.run("document.activeElement.dataset.reached = ''");
            outlines.add(browser.text("getComputedStyle(document.activeElement).outlineStyle"));
        }

        assertThat(count).isGreaterThan(8);
        assertThat(outlines).containsOnly("solid");
        assertThat((Boolean)
                        browser.run("return [...%s].every((each) => 'reached' in each.dataset)".formatted(targets)))
                .isTrue();
    }

    private void open(StaticSite site, Sample sample, Instant now) {
        server.put("", site.render(sample.status(now), sample.history(now)));
        browser.open(server.address("index.html"));
    }

    private static void assertFits(Setup setup) {
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .as("width, %s", setup)
                .isLessThanOrEqualTo(setup.width());
    }

    // Of the first two screens: what is below them moves unseen.
    private static Object tops() {
        return browser.run("document.querySelector('noscript').remove();"
                + "return [...document.querySelectorAll('h2, h3, footer')]"
                + ".map((each) => Math.round(each.getBoundingClientRect().top)).filter((top) => top < 1800)");
    }

    // As the browser measures it, once the frames of the change are drawn.
    private static double shiftWhenItExpires() {
        browser.run(FRAMES);
        browser.run("""
                window.shift = 0;
                new PerformanceObserver((list) => list.getEntries().forEach((each) => shift += each.value))
                    .observe({type: 'layout-shift'});
                """);
        browser.advance(Duration.ofMinutes(27));
        browser.run(FRAMES);
        assertThat(browser.text("document.documentElement.dataset.state")).isEqualTo("unknown");
        return ((Number) browser.run("return shift")).doubleValue();
    }

    private static String headline() {
        return browser.text("document.querySelector('h1').textContent");
    }

    private static String icon() {
        return browser.text("document.querySelector('link[rel=icon]').href");
    }

    private static String body() {
        return browser.text("document.body.innerText").replace('\n', ' ').toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private static List<String> states() {
        return (List<String>) browser.run(
                "return [...document.querySelectorAll('.hero, .rows li')].map((each) => each.dataset.state)");
    }
}
