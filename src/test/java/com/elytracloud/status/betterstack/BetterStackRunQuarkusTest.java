package com.elytracloud.status.betterstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.testing.BetterStackReplay;
import com.elytracloud.status.testing.BetterStackWorldResource;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.StatusSchema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Whole runs of the function with Better Stack in place of Uptime Kuma, up to the published site. */
@QuarkusTest
@WithTestResource(BetterStackWorldResource.class)
class BetterStackRunQuarkusTest {
    LocalWorld world;

    @AfterEach
    void allIsWell() throws IOException {
        world.monitors().recover();
        world.storage().reset();
    }

    @Test
    void aSiteIsPublishedWithoutUptimeAtFirstAndWithNoInternalName() throws IOException {
        JsonPath report = run();

        assertThat(report.getString("outcome")).isEqualTo("published");
        JsonPath status = JsonPath.from(new String(world.published(), StandardCharsets.UTF_8));
        assertThat(StatusSchema.violations(world.published())).isEmpty();
        assertThat(status.getString("platform_status")).isEqualTo("operational");
        assertThat(status.getString("uptime.last_24h")).isNull();
        assertThat(status.getString("uptime.last_7d")).isNull();
        assertThat(status.getString("uptime.last_30d")).isNull();
        assertThat(status.getList("components.status")).hasSize(4).containsOnly("operational");
        for (String file : List.of("status.json", "index.html", "history.json", "feed.atom", "api/v2/summary.json")) {
            assertThat(text(file))
                    .doesNotContainIgnoringCase(
                            "aurora", "borealis", "258301", "10.20.30", "betterstack", BetterStackReplay.TOKEN);
        }
    }

    @Test
    void oneMonitorDownIsDegraded() throws IOException {
        world.monitors().failOne();

        assertThat(run().getString("platform_reason")).isEqualTo("SOME_DOWN");
    }

    @Test
    void aServiceThatDoesNotAnswerIsUnknownAndStillPublished() throws IOException {
        world.monitors().goAway();
        JsonPath report = run();
        world.monitors().comeBack();

        assertThat(report.getString("outcome")).isEqualTo("published");
        assertThat(report.getString("platform_status")).isEqualTo("unknown");
        assertThat(report.getString("platform_reason")).isEqualTo("SOURCE_UNREACHABLE");
    }

    @Test
    void fullPagesAreRequested() {
        run();

        assertThat(((BetterStackReplay) world.monitors()).asked()).contains("/api/v2/monitors?per_page=250&page=1");
    }

    @Test
    void theReportHoldsNoToken() {
        assertThat(run().prettify()).doesNotContain(BetterStackReplay.TOKEN);
    }

    private String text(String file) throws IOException {
        return new String(world.storage().find(LocalWorld.SITE, file).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static JsonPath run() {
        return given().contentType("application/json")
                .body("{}")
                .when()
                .post("/")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
