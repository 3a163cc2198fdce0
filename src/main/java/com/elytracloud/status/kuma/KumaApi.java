package com.elytracloud.status.kuma;

import java.io.InputStream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jboss.resteasy.reactive.RestResponse;

/** The endpoints of Uptime Kuma that are read. */
@Path("")
@ClientHeaderParam(name = "Accept-Encoding", value = "gzip")
interface KumaApi {
    /** Every monitor; needs an API key. Kuma answers any other path, or a query, with its web page. */
    @GET
    @Path("/metrics")
    RestResponse<InputStream> metrics(@HeaderParam("Authorization") String authorization);

    /** The newest heartbeats of the monitors on a public status page; needs no credential. */
    @GET
    @Path("/api/status-page/heartbeat/{slug}")
    RestResponse<InputStream> heartbeats(@PathParam("slug") String slug);

    /** A picture of the uptime of a monitor on a public status page; needs no credential. */
    @GET
    @Path("/api/badge/{id}/uptime/{span}")
    RestResponse<InputStream> uptimeBadge(@PathParam("id") String id, @PathParam("span") String span);

    /** Title, groups and monitors of a public status page; needs no credential. */
    @GET
    @Path("/api/status-page/{slug}")
    RestResponse<InputStream> statusPage(@PathParam("slug") String slug);
}
