package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.run.StatusRun;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli.Result;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code status check} and {@code alerts test}: what an operator calls after an alert, and before the first. */
@QuarkusTest
@WithTestResource(CommandWorld.class)
class OperatorCommandsQuarkusTest {
    @Inject
    StatusRun run;

    LocalWorld world;

    @AfterEach
    void mend() {
        world.storage().reset();
    }

    @Test
    void aCheckOfAHealthySiteSaysOfWhenItIs() {
        run.publish(StatusRun.BY_HAND);

        Result result = CommandLineStage.run("status", "check");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("healthy: the published status is from 20");
    }

    @Test
    void aCheckNamesEveryProblemAndAlertsNobody() {
        world.storage()
                .front()
                .stubFor(
                        get("/elytra-status/status.json").willReturn(aResponse().withStatus(404)));

        Result result = CommandLineStage.run("status", "check");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).startsWith("UNREACHABLE: NOT_FOUND: answered 404");
        world.storage().front().verify(0, postRequestedFor(urlEqualTo(CommandWorld.HOOK)));
        assertThat(world.storage().requests())
                .extracting(request -> request.getUrl())
                .containsExactly("/elytra-status/status.json");
    }

    @Test
    void theWatchdogKeepsItsIncidentsBetweenCalls() throws IOException {
        run.publish(StatusRun.BY_HAND);
        channelsAnswer(200, 200);
        world.storage()
                .front()
                .stubFor(
                        get("/elytra-status/status.json").willReturn(aResponse().withBody(leaking())));

        for (int call = 0; call < 4; call++) {
            assertThat(CommandLineStage.run("watch").exitCode()).isZero();
        }

        world.storage().front().verify(1, postRequestedFor(urlEqualTo(CommandWorld.HOOK)));
        assertThat(world.storage().find(LocalWorld.SITE, "state/alerts-watchdog.json"))
                .isPresent();
    }

    // A leak needs no second check, unlike a file that is missing.
    private String leaking() throws IOException {
        String published = new String(world.published(), StandardCharsets.UTF_8);
        String secret = world.storage().front().url(CommandWorld.HOOK);
        String leaking = published.replaceFirst(
                "\"infrastructure\": null",
                "\"infrastructure\": {\"model\": \"" + secret + "\", \"regions\": [], \"notes\": null}");
        assertThat(leaking).isNotEqualTo(published);
        return leaking;
    }

    @Test
    void aTestGoesThroughEachChannelAndIsMarked() {
        channelsAnswer(200, 200);

        Result result = CommandLineStage.run("alerts", "test");

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.out()).containsPattern("slack +delivered").containsPattern("webhook +delivered");
        world.storage()
                .front()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo(CommandWorld.HOOK))
                                .withRequestBody(matchingJsonPath("$.kind", equalTo("test")))
                                .withRequestBody(matchingJsonPath("$.alert", equalTo("test"))));
    }

    @Test
    void aChannelThatRefusesIsNamedWithoutItsAddress() {
        channelsAnswer(404, 200);

        Result result = CommandLineStage.run("alerts", "test");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out())
                .containsPattern("slack +not delivered +answered 404")
                .containsPattern("webhook +delivered")
                .doesNotContain("secret");
    }

    private void channelsAnswer(int slack, int webhook) {
        world.storage()
                .front()
                .stubFor(post(CommandWorld.SLACK).willReturn(aResponse().withStatus(slack)));
        world.storage()
                .front()
                .stubFor(post(CommandWorld.HOOK).willReturn(aResponse().withStatus(webhook)));
    }
}
