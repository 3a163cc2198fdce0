package com.elytracloud.status.alert;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jboss.resteasy.reactive.RestResponse;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.ApiResponse;
import com.elytracloud.status.http.ErrorMapper;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Calls the service of a channel: accepted is any 2xx that is not a web page. Clients are made at their first call. */
final class WebhookClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final ErrorMapper ERRORS = new Errors();

    private final RestClients rest;
    private final RetryPolicy policy;
    private final Duration whole;
    private final BoundedExecutor executor;
    private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();

    /** @param whole the limit of all attempts of a call together */
    WebhookClient(RestClients rest, RetryPolicy policy, Duration whole, BoundedExecutor executor) {
        this.rest = rest;
        this.policy = policy;
        this.whole = whole;
        this.executor = executor;
    }

    /**
     * Calls a method of an API.
     *
     * @param base of the service, for methods without an address of their own
     * @throws ApiCallException if the message was not accepted in time; without the address, which may be secret
     */
    <A> void call(Class<A> api, URI base, Function<A, RestResponse<InputStream>> call, Deadline deadline)
            throws ApiCallException {
        A client = api.cast(clients.computeIfAbsent(api, type -> rest.of(api, base, CONNECT, policy.timeout())));
        new ApiCaller(policy, executor)
                .call(() -> call.apply(client), WebhookClient::accepted, Instant.EPOCH, deadline.within(whole));
    }

    private static boolean accepted(ApiResponse response) throws ApiCallException {
        response.requireSuccess(ERRORS);
        if (response.excerpt().stripLeading().startsWith("<")) {
            throw ApiCallException.permanentFailure(
                    Reason.WRONG_SERVICE, "answered with a page: the address is not that of a webhook");
        }
        return true;
    }

    /** What statuses other than 2xx mean for a message. */
    private static final class Errors implements ErrorMapper {
        @Override
        public Optional<ApiCallException> map(ApiResponse response) {
            String answered = "answered " + response.status();
            if (response.status() == 429 || response.status() >= 500) {
                return Optional.of(
                        ApiCallException.transientFailure(Reason.SERVER_ERROR, answered, response.retryAfter()));
            }
            return response.status() >= 400
                    ? Optional.of(ApiCallException.permanentFailure(Reason.UNREADABLE, answered))
                    : Optional.empty();
        }

        @Override
        public ApiCallException wrongType(String expected, ApiResponse response) {
            return ApiCallException.permanentFailure(Reason.WRONG_SERVICE, "answered without " + expected);
        }
    }
}
