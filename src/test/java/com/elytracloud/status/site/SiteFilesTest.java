package com.elytracloud.status.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.contract.StatusDocument;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class SiteFilesTest {
    private static final int KILO = 1024;

    @Test
    void statusJsonComesLastSoThatWhoeverSeesItCanFetchTheOthers() {
        assertThat(files(Sample.OPERATIONAL))
                .extracting(SiteFile::path)
                .doesNotHaveDuplicates()
                .endsWith("status.json")
                .contains(
                        "index.html",
                        "status-card.js",
                        "status-card.d.ts",
                        "badge.svg",
                        "badge.json",
                        "feed.atom",
                        "history.json");
    }

    @Test
    void aRunWithoutNewsChangesOnlyWhatShowsTheTime() throws IOException {
        List<SiteFile> before = files(Sample.OPERATIONAL);
        String later = new String(Json.document(Sample.OPERATIONAL.status(NOW)), StandardCharsets.UTF_8)
                .replaceFirst("\"updated_at\": \"[^\"]+", "\"updated_at\": \"" + NOW.plusSeconds(20));
        List<SiteFile> after = new StaticSite(SiteIdentity.DEFAULT)
                .render(
                        Json.read(later.getBytes(StandardCharsets.UTF_8), StatusDocument.class),
                        Sample.OPERATIONAL.history(NOW));

        assertThat(after)
                .filteredOn(file ->
                        !Arrays.equals(file.bytes(), find(file.path(), before).bytes()))
                .extracting(SiteFile::path)
                .contains("index.html", "status.json")
                .allMatch(path -> path.matches("index.html|status.json|badge.svg|badge.json|api/v2/.*"));
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html; charset=utf-8",
        "status.json, application/json; charset=utf-8",
        "status.schema.json, application/schema+json; charset=utf-8",
        "status-card.js, text/javascript; charset=utf-8",
        "badge.svg, image/svg+xml; charset=utf-8",
        "feed.atom, application/atom+xml; charset=utf-8",
        "api/v2/summary.json, application/json; charset=utf-8",
    })
    void saysWhatItIs(String path, String contentType) {
        assertThat(file(path, Sample.OPERATIONAL).contentType()).isEqualTo(contentType);
    }

    @Test
    void onlyFilesThatAreNamedByTheirHashMayBeKeptForEver() {
        assertThat(files(Sample.OPERATIONAL))
                .filteredOn(file -> file.caching() == Caching.IMMUTABLE)
                .extracting(SiteFile::path)
                .hasSize(2)
                .allMatch(path -> path.matches("(page|status-card)\\.[a-p]{12}\\.js"));
    }

    @Test
    void thePageTiesItsScriptToItsHashAndItsPolicyNamesTheStyle() {
        String page = text("index.html", Sample.OPERATIONAL);
        SiteFile script = file("page\\..*\\.js", Sample.OPERATIONAL);
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));

        assertThat(page)
                .contains("<script src=\"%s\" integrity=\"%s\" defer>"
                        .formatted(script.path(), Digests.sha384(script.bytes())))
                .contains("style-src &#39;%s&#39;".formatted(Digests.sha384(style.getBytes(StandardCharsets.UTF_8))))
                .doesNotContain("unsafe-inline", "style=\"");
    }

    @Test
    void theSameDocumentsGiveTheSameBytes() {
        List<SiteFile> once = files(Sample.OUTAGE);
        List<SiteFile> again = files(Sample.OUTAGE);

        assertThat(again)
                .extracting(SiteFile::path)
                .isEqualTo(once.stream().map(SiteFile::path).toList());
        assertThat(again)
                .extracting(SiteFile::bytes)
                .containsExactlyElementsOf(once.stream().map(SiteFile::bytes).toList());
    }

    /** The pages of the fullest site too; {@code status.json} has its budget for ordinary sites. */
    @ParameterizedTest
    @CsvSource({"index.html, 20", "page\\..*\\.js, 5", "status-card.js, 6", "status.json, 4"})
    void everyFileStaysWithinItsBudget(String path, int kilobytes) throws IOException {
        List<List<SiteFile>> sites = new ArrayList<>();
        for (Sample sample : Sample.values()) {
            sites.add(files(sample));
        }
        if (!path.equals("status.json")) {
            sites.add(new StaticSite(SiteIdentity.DEFAULT).render(FullestSite.status(NOW), FullestSite.history(NOW)));
        }
        int largest = 0;
        for (List<SiteFile> site : sites) {
            largest = Math.max(largest, gzip(find(path, site).bytes()));
        }

        System.out.printf("size: %-16s at most %5d of %d bytes gzip%n", path, largest, kilobytes * KILO);
        assertThat(largest).isLessThanOrEqualTo(kilobytes * KILO);
    }

    private static int gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.size();
    }

    private static List<SiteFile> files(Sample sample) {
        return new StaticSite(SiteIdentity.DEFAULT).render(sample.status(NOW), sample.history(NOW));
    }

    private static SiteFile file(String path, Sample sample) {
        return find(path, files(sample));
    }

    private static SiteFile find(String path, List<SiteFile> site) {
        return site.stream()
                .filter(file -> file.path().matches(path))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String path, Sample sample) {
        return new String(file(path, sample).bytes(), StandardCharsets.UTF_8);
    }
}
