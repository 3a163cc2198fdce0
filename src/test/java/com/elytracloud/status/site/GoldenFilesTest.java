package com.elytracloud.status.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.contract.Json;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** One of each format, byte for byte. {@code -Dgolden.write=true} writes the files from what is rendered. */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @CsvSource({
        "OUTAGE, status.json",
        "OVERRIDE, status.json",
        "NEW, status.json",
        "NEW, history.json",
        "PARTIAL_OUTAGE, api/v2/summary.json",
        "OUTAGE, feed.atom",
        "MAINTENANCE, calendar.ics",
        "MAINTENANCE, badge.json",
    })
    void theFileIsTheGoldenFile(Sample sample, String path) throws IOException {
        byte[] bytes =
                switch (path) {
                    case "status.json" -> Json.document(sample.status(NOW));
                    case "history.json" -> Json.document(sample.history(NOW));
                    default ->
                        Rendered.of(sample.status(NOW), sample.history(NOW))
                                .files()
                                .get(path);
                };
        Path golden = FOLDER.resolve(sample + "-" + path.substring(path.lastIndexOf('/') + 1));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.write(golden, bytes);
        }

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(new String(Files.readAllBytes(golden), StandardCharsets.UTF_8));
    }
}
