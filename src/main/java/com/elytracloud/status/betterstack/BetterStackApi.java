package com.elytracloud.status.betterstack;

import java.io.InputStream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jboss.resteasy.reactive.RestResponse;

/** The two addresses of Better Stack that are read; the bodies are streams, decoded and limited by us. */
@Path("/api/v2/monitors")
@ClientHeaderParam(name = "Accept-Encoding", value = "gzip")
interface BetterStackApi {
    /** One page of the monitors, the first being 1. */
    @GET
    RestResponse<InputStream> monitors(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("per_page") int perPage,
            @QueryParam("page") int page);

    /** The availability of one monitor over whole days, such as 2028-02-29. */
    @GET
    @Path("{id}/sla")
    RestResponse<InputStream> availability(
            @HeaderParam("Authorization") String authorization,
            @PathParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("to") String to);
}
