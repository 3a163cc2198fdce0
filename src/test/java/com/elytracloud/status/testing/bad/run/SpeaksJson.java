package com.elytracloud.status.testing.bad.run;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A run with a format. */
public final class SpeaksJson {
    ObjectMapper json;
}
