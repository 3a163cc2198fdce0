package com.elytracloud.status.testing.bad.run;

import jakarta.ws.rs.core.Response;

/** A run with a protocol. */
public final class SpeaksRest {
    Response response;
}
