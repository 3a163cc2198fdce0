package com.elytracloud.status.faults;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

/** An answer of the storage that does not come as long as anybody waits. */
final class Hanging {
    private static final int LONGER_THAN_A_RUN_MILLIS = 40_000;

    private Hanging() {}

    static ResponseDefinitionBuilder answer() {
        return aResponse().withFixedDelay(LONGER_THAN_A_RUN_MILLIS);
    }
}
