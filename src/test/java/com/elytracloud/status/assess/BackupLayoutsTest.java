package com.elytracloud.status.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.assess.SeriesCollector.BackupObject;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.testing.NightlyBackups;

import static org.assertj.core.api.Assertions.assertThat;

/** Every bucket layout of real tools has the verdict that is true, with default settings. */
class BackupLayoutsTest {
    private static final Path FOLDER = Path.of(System.getProperty("layouts", "src/test/resources/layouts"));
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String PREFIX = "backups/";

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void aLayoutHasTheTrueVerdict(String name, JsonNode layout) {
        BackupVerdict verdict = verdict(layout);

        List<String> wrong = new ArrayList<>();
        layout.path("expect").path("tenants").properties().forEach(expected -> {
            String got = verdict.tenants().stream()
                    .filter(tenant -> tenant.customer().equals(expected.getKey()))
                    .map(BackupLayoutsTest::word)
                    .findFirst()
                    .orElse("absent");
            if (!got.equals(expected.getValue().asText())) {
                wrong.add("%s is %s".formatted(expected.getKey(), got));
            }
        });
        assertThat(wrong).as("%s", verdict.tenants()).isEmpty();
        assertThat(verdict.status().name().toLowerCase(Locale.ROOT))
                .as("%s", verdict.tenants())
                .isEqualTo(layout.path("expect").path("aggregate").asText());
        if (layout.path("expect").has("not_success")) {
            assertThat(verdict.tenants().stream().filter(each -> each.status() != BackupStatus.SUCCESS))
                    .hasSize(layout.path("expect").path("not_success").asInt());
        }
    }

    private static BackupVerdict verdict(JsonNode layout) {
        SeriesCollector collector = new SeriesCollector(new SeriesNames(List.of()), NOW);
        for (JsonNode object : layout.path("objects")) {
            String key = object.get(0).asText();
            Instant at = NOW.minus(Duration.ofSeconds(Math.round(object.get(2).asDouble() * 3600)));
            collector.add(
                    key.substring(PREFIX.length()),
                    new BackupObject(key, at, object.get(1).asLong()));
        }
        return NightlyBackups.assess(collector.series(), NOW);
    }

    private static String word(TenantVerdict tenant) {
        return tenant.status().name().toLowerCase(Locale.ROOT);
    }

    static Stream<Object[]> layouts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> new Object[] {file.getFileName().toString(), json(file)});
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " is no layout", e);
        }
    }
}
