package com.elytracloud.status.faults;

import java.util.Map;
import java.util.function.Function;

import com.elytracloud.status.testing.LocalParameterStore;

import static com.elytracloud.status.faults.Promise.Around.SECRETS;
import static org.assertj.core.api.Assertions.assertThat;

/** Secrets that are missing, wrong, or changed while the function's process stays; they lie in the Parameter Store. */
final class SecretsFaultsIT extends FaultStage {
    static final String OTHER_KEY = "uk2_otherOtherOtherOtherOtherOtherOtherOther";

    @Override
    Function<BrokenWorld, Map<String, String>> settings() {
        return BrokenWorld::parameterVariables;
    }

    @Promise(
            around = SECRETS,
            when = "Uptime Kuma refuses the key",
            published = Published.UNKNOWN,
            told = {"UNAUTHORIZED", "the key is wrong"},
            alsoByCommandLine = true)
    void refusedKey() throws Exception {
        when(world -> world.kuma().changeKey(OTHER_KEY));
    }

    @Promise(
            around = SECRETS,
            when = "Uptime Kuma's key was replaced, also in Parameter Store, and one run failed with the old one",
            published = Published.OPERATIONAL,
            told = {"FOUND"},
            never = "a restart, another status than unknown in between, the new key visible")
    void rotatedKey() throws Exception {
        when(world -> {
            runBetween(); // whose process may still hold the other key, from the entry before
            world.kuma().changeKey(OTHER_KEY);
            world.holdKumaKey(OTHER_KEY);
            assertThat(runBetween().told()).contains("UNAUTHORIZED", "SOURCE_UNAUTHORIZED");
            Published.UNKNOWN.require(world.publishedDocument());
        });
        assertThat(world().publishedDocument().toString()).doesNotContain(OTHER_KEY);
        assertThat(world().parameters().questions()).isNotEmpty().allSatisfy(question -> assertThat(
                        question.getHeader("Authorization"))
                .contains(LocalParameterStore.PLATFORM_KEY));
    }

    @Promise(
            around = SECRETS,
            when = "Uptime Kuma's key is missing at the start",
            published = Published.AS_BEFORE,
            ends = Promise.Ends.NOT_STARTED,
            told = {"UPTIME_KUMA_API_KEY: is not set"},
            alsoByCommandLine = true)
    void missing() throws Exception {
        try (LocalParameterStore store = new LocalParameterStore()) {
            store.holding("/elytra", Map.entry("SPACES_ACCESS_KEY", "a"), Map.entry("SPACES_SECRET_KEY", "b"));
            whenStarted(store.variables("/elytra"));
        }
    }
}
