package com.elytracloud.status.betterstack;

import java.io.InputStream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jboss.resteasy.reactive.RestResponse;

/** The endpoint of Better Stack that is read. */
@Path("")
@ClientHeaderParam(name = "Accept-Encoding", value = "gzip")
interface BetterStackApi {
    /** One page of the monitors, the first being 1. */
    @GET
    @Path("/api/v2/monitors")
    RestResponse<InputStream> monitors(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("per_page") int perPage,
            @QueryParam("page") int page);
}
