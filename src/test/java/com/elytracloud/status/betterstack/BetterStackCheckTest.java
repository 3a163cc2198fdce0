package com.elytracloud.status.betterstack;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.DoctorReport;
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

        List<DoctorReport> rows = rows(CONFIGURED);

        assertThat(rows).extracting(DoctorReport::verdict).containsExactly(Verdict.GREEN, Verdict.GREEN);
        assertThat(rows.get(0).seen()).isEqualTo("lists 5 monitors");
    }

    @ParameterizedTest
    @CsvSource({
        "401, GREEN, RED, BETTER_STACK_TOKEN",
        "403, GREEN, RED, BETTER_STACK_TOKEN",
        "404, RED, GREY, BETTER_STACK_URL",
        "503, RED, GREY, own status page",
        "429, RED, GREY, Wait a few minutes",
    })
    void anErrorIsRedWithAdvice(int status, Verdict serviceRow, Verdict tokenRow, String advice) {
        service.page(1, json(status, "{}"));

        List<DoctorReport> rows = rows(CONFIGURED);

        assertThat(rows).extracting(DoctorReport::verdict).containsExactly(serviceRow, tokenRow);
        assertThat(rows)
                .filteredOn(row -> row.verdict() == Verdict.RED)
                .singleElement()
                .satisfies(red -> {
                    assertThat(red.advice()).contains(advice);
                    assertThat(red.seen() + red.advice()).doesNotContain(BetterStackStage.TOKEN);
                });
    }

    @Test
    void wrongSettingsAreNotUsed() {
        assertThat(rows(Map.of("BETTER_STACK_TOKEN", "a b")))
                .extracting(DoctorReport::verdict)
                .containsExactly(Verdict.GREY);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void thereIsNoRowUnlessItIsConfigured() {
        assertThat(rows(Map.of())).isEmpty();
    }

    private List<DoctorReport> rows(Map<String, String> variables) {
        BetterStackConfig config = new BetterStackConfig(new Variables(variables::get));
        return new BetterStackCheck(config, BetterStackStage.client(config, service)).examine(NOW, inTime());
    }
}
