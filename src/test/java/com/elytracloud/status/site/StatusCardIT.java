package com.elytracloud.status.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.testing.Browser;
import com.elytracloud.status.testing.Browser.Setup;
import com.elytracloud.status.testing.HostileTexts;
import com.elytracloud.status.testing.WebServer;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The card on the page of somebody else, whose policy allows nothing but its script and the status document. */
class StatusCardIT {
    private static final List<String> STATES = List.of(
            "operational",
            "degraded",
            "partial-outage",
            "outage",
            "maintenance",
            "unknown",
            "stale",
            "new",
            "override",
            "missing",
            "broken");

    private static Browser browser;
    private WebServer status;
    private WebServer host;

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
        status = new WebServer();
        host = new WebServer();
        host.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; connect-src %s"
                        .formatted(status.address("").toString().replaceFirst("/$", "")));
        host.put("status-card.js", "text/javascript", PageAssets.card(Language.EN));
        for (Sample sample : Sample.values()) {
            String folder = sample + "/";
            put(folder, sample.status(NOW));
        }
        status.put("broken/status.json", "application/json", "{\"schema_version\": 1,");
        browser.setUp(new Setup("light", 1280)).clock(NOW);
    }

    @AfterEach
    void stop() {
        status.close();
        host.close();
    }

    @Test
    void isAccessibleQuietAndFitsInEveryState() {
        open(STATES.stream().map(state -> card(state, "")).toArray(String[]::new));

        for (Setup setup : Setup.TWO) {
            browser.setUp(setup);
            assertThat(browser.axe()).as("%s", setup).isEmpty();
            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .as("width, %s", setup)
                    .isLessThanOrEqualTo(setup.width());
            browser.screenshot("cards-" + setup);
        }
        assertThat(browser.console()).allMatch(line -> line.contains("missing/status.json") && line.contains("404"));
    }

    @ParameterizedTest
    @CsvSource({
        "operational, operational, All systems operational",
        "degraded, degraded, Minor degradation",
        "partial-outage, partial-outage, Partial outage",
        "outage, outage, Service disruption",
        "maintenance, maintenance, Under maintenance",
        "unknown, unknown, Status unavailable",
        "many-components, unknown, Status unavailable",
        "stale, stale, Status unavailable",
        "missing, unreachable, Status unavailable",
        "broken, invalid, Status unavailable",
    })
    void saysWhatItKnowsAndNothingElse(String served, String state, String label) {
        open(card(served, ""));

        assertThat(browser.text("document.querySelector('elytra-status-card').state"))
                .isEqualTo(state);
        assertThat(part(".label")).isEqualTo(label);
        assertThat(browser.text("document.querySelector('elytra-status-card a').textContent"))
                .isEqualTo("System status");
    }

    @Test
    void showsUptimeBackupsInfrastructureAndAge() {
        open(card("operational", ""));

        assertThat(all("dd")).containsSubsequence("100%", "99.98%", "99.95%");
        assertThat(part(".rows"))
                .contains("Backups", "On schedule", "7h ago", "A virtual server per client", "Amsterdam, Frankfurt");
        assertThat(part("header time")).isEqualTo("4m ago");
        assertThat(browser.text("document.querySelector('elytra-status-card').shadowRoot.querySelector('time').title"))
                .isEqualTo("2028-02-29 23:55 UTC");
    }

    @Test
    void showsTheOpenIncidentOrTheMaintenanceWithItsComponents() {
        open(card("outage", ""));
        assertThat(part(".incident strong")).isEqualTo("Network failure in our data centre");
        assertThat(part(".incident span")).isEqualTo("Affects: Websites, Control panel");

        open(card("maintenance", "lang=\"de\""));
        assertThat(part(".label")).isEqualTo("Wartungsarbeiten");
        assertThat(part(".incident")).isEqualTo("Database upgradeBetrifft: Databases");
        assertThat(all("dd")).contains("99,80\u00a0%");

        open(card("many-components", ""));
        assertThat(part(".incident")).isEqualTo("Websites");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Set by our team; automated checks report a service disruption.",
                "de | Vom Team gesetzt; automatische Prüfungen melden eine Störung.",
            })
    void saysThatAnOperatorSetTheStatusAndWhatWasMeasured(String language, String sentence) {
        open(card("override", "lang=\"%s\"".formatted(language)));

        assertThat(part(".hint")).isEqualTo(sentence);
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void whatIsNotConfiguredIsNotShown() {
        open(card("new", ""));

        assertThat(browser.run("return document.querySelector('elytra-status-card').shadowRoot"
                        + ".querySelector('.rows').hidden"))
                .isEqualTo(true);
    }

    @Test
    void withoutAnAddressItIsInvalidImmediately() {
        open("<elytra-status-card><a href=\"/\">System status</a></elytra-status-card>");

        assertThat(browser.text("document.querySelector('elytra-status-card').state"))
                .isEqualTo("invalid");
        assertThat(part(".label")).isEqualTo("Status unavailable");
    }

    @Test
    void aDocumentThatClaimsToBeValidForDaysIsNotBelieved() {
        String forever = new String(Json.document(Sample.OPERATIONAL.status(NOW)), StandardCharsets.UTF_8)
                .replaceFirst("(\"stale_after\": \")2028", "$12029");
        status.put("missing/status.json", "application/json", forever);
        open(card("missing", ""));

        assertThat(browser.text("document.querySelector('elytra-status-card').state"))
                .isEqualTo("invalid");
    }

    @Test
    void turnsGreyByItselfWhenThePublisherIsFrozen() {
        open(card("operational", ""));

        browser.advance(Duration.ofMinutes(25));
        String before = part(".label");
        browser.advance(Duration.ofMinutes(2));

        assertThat(before).isEqualTo("All systems operational");
        assertThat(part(".label")).isEqualTo("Status unavailable");
        assertThat(part(".hint")).isEqualTo("The last update is too old.");
        assertThat(part("header time")).isEqualTo("31m ago");
        assertThat(events()).containsExactly("operational 240", "stale 1800");
    }

    @Test
    void asksAgainAfterAMinuteAndNotBefore() {
        open(card("operational", "refresh=\"1\""));
        put("operational/", Sample.OUTAGE.status(NOW.plusSeconds(30)));

        browser.advance(Duration.ofSeconds(55));
        assertThat(requests()).isEqualTo(1L);
        browser.advance(Duration.ofSeconds(10));
        browser.await("document.querySelector('elytra-status-card').state === 'outage'");

        assertThat(requests()).isEqualTo(2L);
        assertThat(events()).hasSize(2).last().asString().startsWith("outage ");
    }

    @Test
    void keepsWhatItKnowsWhileTheDocumentCannotBeReached() {
        open(card("operational", ""));
        status.put("operational/status.json", "application/json", "<html>");

        browser.advance(Duration.ofSeconds(65));
        browser.await(
                "performance.getEntriesByType('resource').filter((each) => each.name.endsWith('.json')).length > 1");

        assertThat(part(".label")).isEqualTo("All systems operational");
        assertThat(part("header time")).isEqualTo("5m ago");
    }

    @Test
    void neverGoesBackToAnOlderDocument() {
        open(card("operational", ""));
        put("operational/", Sample.OUTAGE.status(NOW.minusSeconds(3600)));

        browser.advance(Duration.ofSeconds(65));
        browser.await(
                "performance.getEntriesByType('resource').filter((each) => each.name.endsWith('.json')).length > 1");

        assertThat(part(".label")).isEqualTo("All systems operational");
    }

    @Test
    void startsWithTheValueThatItsPageHandsOver() {
        String initial = new String(Json.document(Sample.DEGRADED.status(NOW)), StandardCharsets.UTF_8)
                .replace("&", "&amp;")
                .replace("\"", "&quot;");
        open(card("missing", "initial=\"" + initial + "\""));

        assertThat(part(".label")).isEqualTo("Minor degradation");
        assertThat(all("dd")).contains("99.12%");
    }

    @Test
    void speaksTheLanguageOfItsPageAndShowsWhatItIsTold() {
        open(card(
                "operational",
                "show=\"uptime age\" label-operational=\"Alles läuft\" label-ago=\"vor {}\" label-minute=\" Min.\""));

        assertThat(part(".label")).isEqualTo("Alles läuft");
        assertThat(part("header time")).isEqualTo("vor 4 Min.");
        assertThat(browser.run("return document.querySelector('elytra-status-card').shadowRoot"
                        + ".querySelector('.rows').hidden"))
                .isEqualTo(true);
    }

    @Test
    void aDocumentWithoutListsIsShownAsFarAsItGoes() {
        String bare = new String(Json.document(Sample.NEW.status(NOW)), StandardCharsets.UTF_8)
                .replaceAll("\"(incidents|maintenances|components|uptime)\": [\\[{][^\\]}]*[\\]}]", "\"$1\": null");
        status.put("missing/status.json", "application/json", bare);
        open(card("missing", ""));

        assertThat(bare).contains("\"incidents\": null", "\"components\": null", "\"uptime\": null");
        assertThat(part(".label")).isEqualTo("All systems operational");
        assertThat(part("header time")).isEqualTo("4m ago");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void nothingThatItsPageSetsForAllElementsReachesItsTexts() {
        open(card("outage", ""));
        Object before = look();

        browser.run("""
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(`body * {
                    letter-spacing: 1em !important; text-transform: uppercase !important; white-space: nowrap !important;
                    line-height: 5 !important; font: italic 40px serif !important; color: red !important;
                    visibility: hidden; text-indent: 3em; word-spacing: 2em; text-align: right; position: static;
                }`);
                document.adoptedStyleSheets = [sheet];
                """);

        assertThat(look()).isEqualTo(before);
    }

    @Test
    void hostileTextsStayText() {
        put("operational/", HostileTexts.in(Sample.OPERATIONAL.status(NOW)));
        open(card("operational", "label-operational=\"&lt;img src=x onerror=window.hacked=1&gt;\""));

        assertThat(part(".label")).isEqualTo("<img src=x onerror=window.hacked=1>");
        assertThat(part(".rows")).contains(HostileTexts.MARKUP);
        assertThat(browser.run("return window.hacked")).isNull();
        assertThat(browser.console()).isEmpty();
        browser.screenshot("card-hostile");
    }

    @Test
    void belongsIntoAHero() throws IOException {
        try (WebServer shop = new WebServer()) {
            shop.put("status-card.js", "text/javascript", PageAssets.card(Language.EN));
            shop.put("hero.css", "text/css", resource("hero.css"));
            String base = status.address("").toString().replaceFirst("/$", "");
            shop.put(
                    "hero.html",
                    "text/html; charset=utf-8",
                    resource("hero.html").replace("@status@", base));
            browser.open(shop.address("hero.html"));
            browser.await("document.querySelector('elytra-status-card').state === 'operational'");

            for (Setup setup : Setup.TWO) {
                browser.setUp(setup).screenshot("hero-" + setup);
                assertThat(browser.axe()).as("%s", setup).isEmpty();
            }
        }
    }

    private void put(String folder, StatusDocument document) {
        status.put(
                folder + "status.json",
                "application/json",
                new String(Json.document(document), StandardCharsets.UTF_8));
    }

    private String card(String state, String attributes) {
        return "<elytra-status-card src=\"%s\" %s><a href=\"/\">System status</a></elytra-status-card>"
                .formatted(status.address(state + "/status.json"), attributes);
    }

    private void open(String... cards) {
        try {
            host.put(
                    "cards.html",
                    "text/html; charset=utf-8",
                    resource("cards.html").replace("@cards@", String.join("\n", cards)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        host.put(
                "status-card.js",
                "text/javascript",
                "window.told = []; document.addEventListener('elytra-status', ({detail}) =>"
                        + " window.told.push(detail.state + ' ' + detail.age));\n"
                        + PageAssets.card(Language.EN));
        browser.open(host.address("cards.html"));
        browser.await("[...document.querySelectorAll('elytra-status-card')].every((each) => each.state !== 'loading')");
    }

    private static Object look() {
        return browser.run("""
                return [...document.querySelector('elytra-status-card').shadowRoot.querySelectorAll('p, dt, dd, time')]
                    .map((each) => {
                        const style = getComputedStyle(each);
                        return ['letterSpacing', 'textTransform', 'whiteSpace', 'lineHeight', 'fontStyle', 'color',
                            'visibility', 'textIndent', 'wordSpacing', 'textAlign'].map((key) => style[key]).join();
                    }).join('|');
                """);
    }

    private static String part(String selector) {
        return browser.text(
                "document.querySelector('elytra-status-card').shadowRoot.querySelector(arguments[0]).textContent",
                selector);
    }

    @SuppressWarnings("unchecked")
    private static List<String> all(String selector) {
        return (List<String>) browser.run(
                "return [...document.querySelector('elytra-status-card').shadowRoot.querySelectorAll(arguments[0])]"
                        + ".map((each) => each.textContent)",
                selector);
    }

    @SuppressWarnings("unchecked")
    private static List<String> events() {
        return (List<String>) browser.run("return window.told");
    }

    private static Object requests() {
        return browser.run(
                "return performance.getEntriesByType('resource').filter((each) => each.name.endsWith('.json')).length");
    }

    private static String resource(String name) throws IOException {
        try (var in = StatusCardIT.class.getResourceAsStream("/browser/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
