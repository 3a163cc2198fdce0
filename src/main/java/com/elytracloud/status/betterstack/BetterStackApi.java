package com.elytracloud.status.betterstack;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;

/** The two addresses of Better Stack that are read; the bodies are streams, decoded and limited by us. */
@Headers({"Accept-Encoding: gzip", "Authorization: {authorization}"})
interface BetterStackApi {
    /** One page of the monitors, the first being 1. */
    @RequestLine("GET /api/v2/monitors?per_page={per_page}&page={page}")
    Response monitors(
            @Param("authorization") String authorization, @Param("per_page") int perPage, @Param("page") int page);

    /** The availability of one monitor over whole days, such as 2028-02-29. */
    @RequestLine("GET /api/v2/monitors/{id}/sla?from={from}&to={to}")
    Response availability(
            @Param("authorization") String authorization,
            @Param("id") String id,
            @Param("from") String from,
            @Param("to") String to);
}
