package com.elytracloud.status.contract;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.testing.Documents;

import static org.assertj.core.api.Assertions.assertThat;

class StatusDocumentTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void theDocumentIsTheGoldenFileByteForByte() throws IOException {
        byte[] golden = resource("/contract/status.golden.json");

        byte[] written = Json.document(Documents.allWell());

        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void everyKeyIsThereEvenIfNothingIsKnown() throws IOException {
        JsonNode written = MAPPER.readTree(Json.document(Documents.nothingKnown()));

        assertThat(written.at("/uptime/last_24h").isNull()).isTrue();
        assertThat(written.at("/uptime/last_7d").isNull()).isTrue();
        assertThat(written.at("/uptime/last_30d").isNull()).isTrue();
        assertThat(written.at("/backups/last_successful_backup").isNull()).isTrue();
        assertThat(written.at("/override/reason").textValue()).isEqualTo("We are \"on it\".\nMore at noon.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "100.00", "99.99", "1E+2"})
    void percentagesAreInPlainNotation(String percent) {
        var document = Documents.allWell(new BigDecimal(percent));

        String written = new String(Json.document(document), StandardCharsets.UTF_8);

        assertThat(written).contains("\"last_24h\": " + new BigDecimal(percent).toPlainString());
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = StatusDocumentTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
