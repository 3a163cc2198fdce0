package com.elytracloud.status.site;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.testing.StatusSchema;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class HistoryDocumentTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void theSchemaAcceptsWhatIsWritten(Sample sample) {
        assertThat(StatusSchema.historyViolations(Json.document(sample.history(NOW))))
                .isEmpty();
    }

    @Test
    void aDayIsWrittenKeyByKey() throws IOException {
        JsonNode written = MAPPER.readTree(Json.document(Sample.UNKNOWN.history(NOW)));

        JsonNode today = written.path("days").get(written.path("days").size() - 1);
        assertThat(today.toString())
                .isEqualTo("{\"date\":\"2028-02-29\",\"worst_status\":\"unknown\",\"uptime\":null,\"coverage\":0.614}");
        assertThat(written.at("/transitions/0").toString())
                .isEqualTo("{\"at\":\"2028-02-01T12:00:00Z\",\"from\":\"operational\",\"to\":\"degraded\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/schema_version=2",
                "/days=null",
                "/transitions=null",
                "/days/0/date=\"2028-2-1\"",
                "/days/0/coverage=null",
                "/days/0/coverage=1.001",
                "/days/0/uptime=100.01",
                "/days/0/worst_status=\"good\"",
                "/days/0/monitors=\"surplus\"",
                "/transitions/0/to=null",
                "/internal=\"surplus\""
            })
    void theSchemaRefusesWhatIsNotPromised(String change) throws IOException {
        ObjectNode document = (ObjectNode) MAPPER.readTree(Json.document(Sample.OPERATIONAL.history(NOW)));
        String pointer = change.substring(0, change.indexOf('='));
        int lastSlash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, lastSlash)))
                .set(pointer.substring(lastSlash + 1), MAPPER.readTree(change.substring(change.indexOf('=') + 1)));

        assertThat(StatusSchema.historyViolations(MAPPER.writeValueAsBytes(document)))
                .isNotEmpty();
    }
}
