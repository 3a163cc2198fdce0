package com.elytracloud.status.site;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.testing.Browser;
import com.elytracloud.status.testing.Browser.Setup;
import com.elytracloud.status.testing.Crowd;
import com.elytracloud.status.testing.WebServer;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** A bad night: everybody looks at once, and one of them by the page and by the card of another site. */
@Tag("nightly")
class SiteUnderLoadIT {
    private static final List<SiteFile> SITE =
            new StaticSite(SiteIdentity.DEFAULT).render(Sample.OUTAGE.status(NOW), Sample.OUTAGE.history(NOW));
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("load.seconds", 6));

    /** A card is on every page of the host's own site, the page is opened by some, the rest by programs. */
    private static final List<String> WANTED = List.of(
            "status.json", "status.json", "status.json", "status.json", "index.html", "status-card.js", "badge.svg");

    @ParameterizedTest(name = "{0} requests a minute")
    @ValueSource(ints = {1_000, 50_000})
    void everyoneIsAnsweredAndPageAndCardStillAppear(int perMinute) throws Exception {
        try (WebServer status = new WebServer();
                WebServer host = new WebServer();
                Browser browser = new Browser()) {
            status.put("", SITE);
            status.asPublished();
            host.put("index.html", "text/html; charset=utf-8", pageWithCard(status));
            browser.setUp(new Setup("light", 1280)).clock(NOW);
            int requests = (int) (perMinute * LENGTH.toSeconds() / 60);
            CompletableFuture<Crowd> crowd =
                    CompletableFuture.supplyAsync(() -> new Crowd(wishes(status)).come(requests, LENGTH));

            int looks = 0;
            do {
                check(browser, status, host);
                looks++;
            } while (!crowd.isDone());

            Crowd served = crowd.join();
            System.out.printf(
                    "%,d requests a minute for %d s: half within %.1f ms, 99 %% within %.1f ms; %d looks meanwhile%n",
                    perMinute, LENGTH.toSeconds(), served.millis(0.5), served.millis(0.99), looks);
            assertThat(served.disappointments()).isEmpty();
        }
    }

    private static void check(Browser browser, WebServer status, WebServer host) {
        browser.open(status.address("index.html"));
        assertThat(browser.text("document.querySelector('h1').textContent").strip())
                .isEqualTo("Major outage");
        browser.open(host.address("index.html"));
        browser.await("document.querySelector('elytra-status-card').state === 'outage'");
        assertThat(browser.console()).isEmpty();
    }

    private static String pageWithCard(WebServer status) {
        return """
                <!DOCTYPE html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
                <script type="module" src="%s"></script>
                <elytra-status-card src="%s"></elytra-status-card>
                """.formatted(status.address("status-card.js"), status.address("status.json"));
    }

    private static List<Crowd.Wish> wishes(WebServer status) {
        return WANTED.stream()
                .flatMap(path -> SITE.stream().filter(file -> file.path().equals(path)))
                .map(file -> new Crowd.Wish(status.address(file.path()), file.bytes()))
                .toList();
    }
}
