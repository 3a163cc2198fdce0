package com.elytracloud.status.function;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a function URL sends back: a status without a body. */
public record UrlResponse(@JsonProperty("statusCode") int statusCode) {}
