package com.elytracloud.status.function;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.RunRequest;
import com.elytracloud.status.testing.LocalWorldResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@TestProfile(WatchdogFunctionQuarkusTest.Watchdog.class)
@QuarkusTestResource(value = LocalWorldResource.class, restrictToAnnotatedClass = true)
class WatchdogFunctionQuarkusTest {
    @Inject
    AlertedRun run;

    @Test
    void looksAtWhatARunPublished() {
        look().body("troubles", hasItem(startsWith("UNREACHABLE")));

        run.publish(RunRequest.BY_HAND);

        look().body("troubles", empty());
    }

    private static ValidatableResponse look() {
        return given().contentType("application/json")
                .body("{}")
                .when()
                .post("/")
                .then()
                .statusCode(200);
    }

    /** The other function of the package. */
    public static final class Watchdog implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.funqy.export", "watchdog");
        }
    }
}
