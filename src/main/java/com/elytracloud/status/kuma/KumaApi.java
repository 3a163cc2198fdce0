package com.elytracloud.status.kuma;

import java.io.InputStream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The two addresses of Uptime Kuma that a function may read.
 *
 * <p>The body is a stream, decoded by us: the client's own decompression knows no limit.
 */
@Path("/")
@ClientHeaderParam(name = "Accept-Encoding", value = "gzip")
interface KumaApi {
    /** Every monitor, for a key; exactly this path, Kuma answers with a page to any other, also with a query. */
    @GET
    @Path("metrics")
    RestResponse<InputStream> metrics(@HeaderParam("Authorization") String authorization);

    /** The last beats of the monitors on a public status page; no credential. */
    @GET
    @Path("api/status-page/heartbeat/{slug}")
    RestResponse<InputStream> heartbeats(@PathParam("slug") String slug);
}
