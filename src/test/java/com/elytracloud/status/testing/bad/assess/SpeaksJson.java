package com.elytracloud.status.testing.bad.assess;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Judgement with a technology. */
public final class SpeaksJson {
    ObjectMapper json;
}
