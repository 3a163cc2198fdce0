package com.elytracloud.status.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;

import static com.elytracloud.status.testing.Moments.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Every JSON document of a site, byte for byte. {@code -Dgolden.write=true} writes the files from what is rendered. */
class GoldenDocumentsTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final SiteIdentity WITH_ADDRESS =
            new SiteIdentity("Elytra \u00e9", URI.create("https://status.example.com/"), null);

    @ParameterizedTest
    @EnumSource
    void theDocumentsAreTheGoldenFile(Sample sample) throws IOException {
        SiteIdentity site = sample == Sample.OPERATIONAL ? SiteIdentity.DEFAULT : WITH_ADDRESS;
        List<SiteFile> files = new StaticSite(site).render(sample.status(NOW), sample.history(NOW));
        StringBuilder text = new StringBuilder();
        for (SiteFile file : files) {
            if (file.path().endsWith(".json") && !file.path().endsWith("schema.json")) {
                text.append("--- %s\n".formatted(file.path())).append(new String(file.bytes(), UTF_8));
            }
        }
        Path golden = FOLDER.resolve(sample.name().toLowerCase(Locale.ROOT) + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, text);
        }

        assertThat(golden).content().isEqualTo(text.toString());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPublishedCanBeReadBack(Sample sample) throws IOException {
        StatusDocument status = sample.status(NOW);
        HistoryDocument history = sample.history(NOW);

        assertThat(Json.read(Json.document(status), StatusDocument.class)).isEqualTo(status);
        assertThat(Json.read(Json.document(history), HistoryDocument.class)).isEqualTo(history);
    }
}
