package com.elytracloud.status.betterstack;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;

import static com.elytracloud.status.betterstack.BetterStackStage.NOW;
import static com.elytracloud.status.betterstack.BetterStackStage.inTime;
import static com.elytracloud.status.betterstack.BetterStackStage.reply;
import static com.elytracloud.status.betterstack.FakeBetterStack.json;
import static org.assertj.core.api.Assertions.assertThat;

class BetterStackCheckTest {
    private static final Map<String, String> CONFIGURED = Map.of("BETTER_STACK_TOKEN", BetterStackStage.TOKEN);

    private final FakeBetterStack service = new FakeBetterStack();

    @Test
    void anAcceptedTokenIsGreenWithTheNumberOfMonitors() {
        service.page(1, reply("monitors-up.json"));

        List<Row> rows = rows(CONFIGURED);

        assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.OK);
        assertThat(rows.get(0).seen()).isEqualTo("accepts the token, lists 5 monitors");
    }

    @ParameterizedTest
    @CsvSource({
        "401, BETTER_STACK_TOKEN",
        "403, BETTER_STACK_TOKEN",
        "404, BETTER_STACK_URL",
        "503, own status page",
        "429, Wait a few minutes",
    })
    void anErrorIsRedWithAdvice(int status, String advice) {
        service.page(1, json(status, "{}"));

        assertThat(rows(CONFIGURED)).singleElement().satisfies(row -> {
            assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(row.advice()).contains(advice);
            assertThat(row.seen() + row.advice()).doesNotContain(BetterStackStage.TOKEN);
        });
    }

    @Test
    void wrongSettingsAreNotUsed() {
        assertThat(rows(Map.of("BETTER_STACK_TOKEN", "a b")))
                .extracting(Row::verdict)
                .containsExactly(Verdict.SKIPPED);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void thereIsNoRowUnlessItIsConfigured() {
        assertThat(rows(Map.of())).isEmpty();
    }

    private List<Row> rows(Map<String, String> variables) {
        BetterStackConfig config = new BetterStackConfig(new Variables(variables::get));
        return new BetterStackCheck(config, BetterStackStage.source(config, service))
                .examine(new DoctorReport(Part.MONITORS, NOW, inTime()))
                .rows();
    }
}
