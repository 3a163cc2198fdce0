package com.elytracloud.status.watch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;
import com.elytracloud.status.site.Sample;
import com.elytracloud.status.site.SiteIdentity;
import com.elytracloud.status.site.StaticSite;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class PublicPageTest {
    private static final URI STATUS = URI.create("https://status.example.com/acme/status.json");
    private static final String HTML = "text/html; charset=utf-8";

    private final List<String> opened = new ArrayList<>();

    @Test
    void everyPublishedPageIsRecognized() {
        for (Sample sample : Sample.values()) {
            new StaticSite(SiteIdentity.DEFAULT)
                    .render(sample.status(NOW), sample.history(NOW)).stream()
                            .filter(file -> file.path().equals("index.html"))
                            .forEach(page -> assertThat(row((address, headers, deadline) ->
                                                    found(200, Map.of("Content-Type", HTML), page.bytes()))
                                            .verdict())
                                    .as(sample.toString())
                                    .isEqualTo(Verdict.OK));
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "200, application/xml, <ListBucketResult/>",
        "200, text/html, <html>another page</html>",
        "403, text/html, <html data-state=\"operational\">",
        "200, application/json, data-state=\"",
        "404, '', ''"
    })
    void anythingElseIsAWarningThatSaysWhatToDo(int status, String type, String body) {
        Row row = row((address, headers, deadline) ->
                found(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8)));

        assertThat(row.verdict()).isEqualTo(Verdict.WARN);
        assertThat(row.seen()).contains("https://status.example.com/acme/ answers " + status);
        assertThat(row.advice()).contains("https://status.example.com/acme/index.html");
    }

    @Test
    void aRedirectIsFollowedOnceAsABrowserDoes() {
        Row row = row((address, headers, deadline) -> {
            opened.add(address.toString());
            return address.getPath().endsWith("index.html")
                    ? found(
                            200,
                            Map.of("Content-Type", HTML),
                            "<html data-state=\"unknown\">".getBytes(StandardCharsets.UTF_8))
                    : found(302, Map.of("Location", "index.html"), new byte[0]);
        });

        assertThat(row.verdict()).isEqualTo(Verdict.OK);
        assertThat(opened)
                .containsExactly("https://status.example.com/acme/", "https://status.example.com/acme/index.html");
    }

    @Test
    void aRedirectToNoAddressIsAWarning() {
        Row row = row(
                (address, headers, deadline) -> found(302, Map.of("Location", "http://[not an address"), new byte[0]));

        assertThat(row.verdict()).isEqualTo(Verdict.WARN);
        assertThat(row.seen()).contains("answers 302 without our page");
    }

    @Test
    void noAnswerIsAWarningWithItsReason() {
        Row row = row(
                (address, headers, deadline) -> new Reading.Failed<>(new Failure(Reason.UNREACHABLE, "no connection")));

        assertThat(row.verdict()).isEqualTo(Verdict.WARN);
        assertThat(row.seen()).contains("no connection");
    }

    private static Row row(AnonymousHttp visitor) {
        DoctorReport report = new DoctorReport(Part.VISITORS, NOW, Deadline.in(Duration.ofSeconds(5)));
        return PublicPage.check(report, visitor, STATUS).rows().get(0);
    }

    private static Reading<Visit> found(int status, Map<String, String> headers, byte[] body) {
        return new Reading.Found<>(new Visit(status, headers, body, Instant.MAX));
    }
}
