package com.elytracloud.status.faults;

import java.util.Map;
import java.util.function.Function;

/** A class of promises about what does not answer, in runs with the shortest deadline there may be. */
abstract class HangingStage extends FaultStage {
    @SuppressWarnings("UnnecessaryLambda") // compared by identity
    private static final Function<BrokenWorld, Map<String, String>> SOON = world -> Map.of("RUN_DEADLINE", "PT12S");

    @Override
    final Function<BrokenWorld, Map<String, String>> settings() {
        return SOON;
    }
}
