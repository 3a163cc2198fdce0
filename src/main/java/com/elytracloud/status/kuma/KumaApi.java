package com.elytracloud.status.kuma;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;

/**
 * The two addresses of Uptime Kuma that a function may read.
 *
 * <p>The body is a stream, decoded by us: the client's own decompression knows no limit.
 */
@Headers("Accept-Encoding: gzip")
interface KumaApi {
    /** Every monitor, for a key; exactly this path, Kuma answers with a page to any other, also with a query. */
    @RequestLine("GET /metrics")
    @Headers("Authorization: {authorization}")
    Response metrics(@Param("authorization") String authorization);

    /** The last beats of the monitors on a public status page; no credential. */
    @RequestLine("GET /api/status-page/heartbeat/{slug}")
    Response heartbeats(@Param("slug") String slug);
}
