package com.elytracloud.status.function;

import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalLambda;
import com.elytracloud.status.testing.LocalLambda.Outcome;
import com.elytracloud.status.testing.LocalParameterStore;
import com.elytracloud.status.testing.LocalWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged {@code function.zip} as it is frozen into a snapshot and restored from it. */
class RestoredFunctionIT {
    private static final Path ZIP = Path.of(System.getProperty("build.directory"), "function.zip");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void theRehearsalTouchesNothingAndTheFirstRunIsAsIfThereHadBeenNone() throws Exception {
        try (LocalWorld world = new LocalWorld();
                LocalLambda lambda = LocalLambda.withSnapshot(ZIP, folder.resolve("task"), world.variables())) {
            lambda.awaitSnapshot();

            assertThat(lambda.log())
                    .contains("run PUBLISHED", "platform DEGRADED", "the rehearsal has ended")
                    // Metrics, which the platform would count.
                    .doesNotContain(" WARN ", " ERROR ", "CloudWatchMetrics");
            assertThat(world.storage().requests()).isEmpty();
            assertThat(world.kuma().requests()).isZero();

            Outcome outcome = lambda.restore().invoke("{}");

            assertThat(outcome.kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
            assertThat(MAPPER.readTree(outcome.body()).path("remarks"))
                    .as(lambda.log())
                    .isEmpty();
            assertThat(new String(world.published(), StandardCharsets.UTF_8)).contains("degraded");
            assertThat(lambda.log()).containsOnlyOnce("CloudWatchMetrics");
        }
    }

    @Test
    void theRehearsalMeetsNoSettingOfTheOperator() throws Exception {
        Path memory = folder.resolve("memory");
        try (LocalWorld world = new LocalWorld()) {
            Map<String, String> variables = world.variables();
            // Nothing that the stage has a setting of its own for.
            variables.put("STATE_DIR", memory.toString());
            try (LocalLambda lambda = LocalLambda.withSnapshot(ZIP, folder.resolve("task"), variables)) {
                lambda.awaitSnapshot();

                assertThat(memory).doesNotExist();
                assertThat(lambda.restore().invoke("{}").kind())
                        .as(lambda.log())
                        .isEqualTo(Outcome.Kind.RESPONSE);
                assertThat(memory).isNotEmptyDirectory();
            }
        }
    }

    @Test
    void secretsAndCredentialsAreThoseOfTheRestoreAndNotOfTheSnapshot() throws Exception {
        try (LocalWorld world = new LocalWorld();
                LocalParameterStore store = new LocalParameterStore()) {
            Map<String, String> variables = world.variables();
            variables.remove("UPTIME_KUMA_API_KEY");
            store.holding("/elytra", Map.entry("UPTIME_KUMA_API_KEY", "uk1_ofTheSnapshot"));
            variables.putAll(store.variables("/elytra"));
            variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", store.platform());
            try (LocalLambda lambda = LocalLambda.withSnapshot(ZIP, folder.resolve("task"), variables)) {
                lambda.awaitSnapshot();
                store.holding("/elytra", Map.entry("UPTIME_KUMA_API_KEY", KumaReplay.API_KEY));

                Outcome outcome = lambda.restore().invoke("{}");

                assertThat(outcome.kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
                assertThat(MAPPER.readTree(outcome.body())
                                .path("platform_status")
                                .asText())
                        .as(outcome.body())
                        .isEqualTo("degraded");
            }
        }
    }

    @Test
    void aRehearsalThatFailsCostsTimeAndNothingElse() throws Exception {
        try (LocalWorld world = new LocalWorld();
                LocalLambda lambda = LocalLambda.start(
                        LocalLambda.unpacked(ZIP, folder.resolve("task")),
                        LocalLambda.snapStarted(LocalLambda.command(
                                Path.of(System.getProperty("java.home")), List.of(withoutTheModule("jdk.httpserver")))),
                        LocalLambda.snapStarted(world.variables()))) {
            lambda.awaitSnapshot();

            assertThat(lambda.log()).contains("the rehearsal before the snapshot failed");
            assertThat(lambda.restore().invoke("{}").kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
            assertThat(world.published()).isNotEmpty();
        }
    }

    // The stage is made of it; a runtime may lack it.
    private static String withoutTheModule(String module) {
        return ModuleFinder.ofSystem().findAll().stream()
                .map(found -> found.descriptor().name())
                .filter(name -> !name.equals(module))
                .collect(Collectors.joining(",", "--limit-modules=", ""));
    }
}
