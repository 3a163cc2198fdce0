package com.elytracloud.status.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class TriggerCheckTest {
    private static final String TOKEN = "a-token-of-20-letters";

    private final List<Map<String, String>> sent = new ArrayList<>();

    @ParameterizedTest(name = "token {0}, answer {1}: {2}")
    @CsvSource({
        "true, 202, OK",
        "true, 403, FAIL",
        "true, 503, FAIL",
        "true, 404, FAIL",
        "false, 403, OK",
        "false, 202, FAIL",
        "false, 200, FAIL"
    })
    void triesTheAddressWithTheTokenThereIs(boolean hasToken, int status, Verdict expected) {
        Row row = examine(
                        Map.of("TRIGGER_URL", "https://abc.example.com", "TRIGGER_TOKEN", hasToken ? TOKEN : ""),
                        status)
                .get(0);

        assertThat(row.verdict()).isEqualTo(expected);
        assertThat(row.seen() + row.advice()).doesNotContain(TOKEN);
        assertThat(sent).containsExactly(hasToken ? Map.of("Authorization", "Bearer " + TOKEN) : Map.of());
    }

    @Test
    void withoutAnAddressNothingIsRequested() {
        assertThat(examine(Map.of("TRIGGER_TOKEN", TOKEN), 202)).isEmpty();
        assertThat(examine(Map.of("TRIGGER_URL", "ftp://abc"), 202))
                .extracting(Row::verdict)
                .containsExactly(Verdict.FAIL);
        assertThat(sent).isEmpty();
    }

    private List<Row> examine(Map<String, String> variables, int status) {
        AnonymousHttp visitor = (address, headers, deadline) -> {
            sent.add(headers);
            return new Reading.Found<>(new Visit(status, Map.of(), new byte[0], Instant.MAX));
        };
        TriggerCheck examination = new TriggerCheck(new TriggerConfig(new Variables(variables::get)), visitor);
        return examination
                .examine(new DoctorReport(examination.part(), NOW, Deadline.in(Duration.ofSeconds(10))))
                .rows();
    }
}
