package com.elytracloud.status.betterstack;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Diagnosis;
import com.elytracloud.status.run.Diagnosis.Verdict;

import static com.elytracloud.status.betterstack.BetterStackStage.NOW;
import static com.elytracloud.status.betterstack.BetterStackStage.inTime;
import static com.elytracloud.status.betterstack.BetterStackStage.reply;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest // for the REST client alone
class BetterStackExaminationQuarkusTest {
    private static final WireMockServer SERVICE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private final BoundedExecutor workers = new BoundedExecutor();

    @BeforeAll
    static void start() {
        SERVICE.start();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @BeforeEach
    void reset() {
        SERVICE.resetAll();
    }

    @Test
    void aTokenThatIsAcceptedIsGreenWithTheMonitorsItShows() {
        SERVICE.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson(reply("monitors-up.json"))));

        assertThat(rows(configured())).extracting(Diagnosis::verdict).containsExactly(Verdict.GREEN, Verdict.GREEN);
        assertThat(rows(configured()).get(0).seen()).matches("answers and lists \\d+ monitors");
    }

    @ParameterizedTest
    @CsvSource({
        "401, GREEN, RED, BETTER_STACK_TOKEN",
        "403, GREEN, RED, BETTER_STACK_TOKEN",
        "404, RED, GREY, BETTER_STACK_URL",
        "503, RED, GREY, own status page",
        "429, RED, GREY, Wait some minutes",
    })
    void whatIsRefusedIsRedWithWhatToDo(int status, Verdict service, Verdict token, String advice) {
        SERVICE.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.status(status)));

        List<Diagnosis> rows = rows(configured());

        assertThat(rows).extracting(Diagnosis::verdict).containsExactly(service, token);
        assertThat(rows)
                .filteredOn(row -> row.verdict() == Verdict.RED)
                .singleElement()
                .satisfies(red -> {
                    assertThat(red.advice()).contains(advice);
                    assertThat(red.seen() + red.advice()).doesNotContain(BetterStackStage.TOKEN);
                });
    }

    @Test
    void wrongSettingsAreNotAskedWith() {
        Map<String, String> blank = Map.of("BETTER_STACK_URL", SERVICE.baseUrl(), "BETTER_STACK_TOKEN", "a b");

        assertThat(rows(blank)).extracting(Diagnosis::verdict).containsExactly(Verdict.GREY);
        assertThat(SERVICE.getAllServeEvents()).isEmpty();
    }

    @Test
    void whereItIsNotTheServiceThereIsNoRow() {
        assertThat(rows(Map.of())).isEmpty();
    }

    private static Map<String, String> configured() {
        return Map.of("BETTER_STACK_URL", SERVICE.baseUrl(), "BETTER_STACK_TOKEN", BetterStackStage.TOKEN);
    }

    private List<Diagnosis> rows(Map<String, String> variables) {
        BetterStackConfig config = new BetterStackConfig(new Variables(variables::get));
        return new BetterStackExamination(config, new BetterStackClient(config, workers)).examine(NOW, inTime());
    }
}
