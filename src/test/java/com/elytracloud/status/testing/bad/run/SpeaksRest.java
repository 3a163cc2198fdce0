package com.elytracloud.status.testing.bad.run;

import feign.Response;

/** A run with a protocol. */
public final class SpeaksRest {
    Response response;
}
