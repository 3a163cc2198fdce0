package com.elytracloud.status.betterstack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.betterstack.MonitorPage.Entry;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.ApiResponse;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Reads the monitors of one team at Better Stack. */
@Singleton
record BetterStackClient(BetterStackConfig config, BetterStackApi api, ApiCaller caller) {
    /** The largest page size of the API. */
    static final int PER_PAGE = 250;

    static final int MAX_PAGES = 40;
    /** Ten times a full page. */
    private static final long MAX_BYTES = 8 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(2);

    @Inject
    BetterStackClient(BetterStackConfig config, RestClients clients, BoundedExecutor executor) {
        this(
                config,
                clients.of(BetterStackApi.class, config.url(), CONNECT, RetryPolicy.DEFAULT.timeout(), Map::of),
                new ApiCaller(RetryPolicy.DEFAULT, executor));
    }

    /** Reads every page of the list; one page that cannot be read fails the reading. */
    Reading<List<Entry>> monitors(Instant now, Deadline deadline) {
        try {
            return new Reading.Found<>(pages(now, deadline));
        } catch (ApiCallException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    private List<Entry> pages(Instant now, Deadline deadline) throws ApiCallException {
        List<Entry> monitors = new ArrayList<>();
        for (int number = 1; number <= MAX_PAGES; number++) {
            int requested = number;
            MonitorPage page = caller.call(
                    () -> api.monitors("Bearer " + config.token().value(), PER_PAGE, requested),
                    response ->
                            MonitorPage.parse(response.body("application/json", MAX_BYTES, BetterStackClient::error)),
                    now,
                    deadline);
            monitors.addAll(page.data());
            URI next = page.pagination().next();
            if (next == null) {
                return monitors;
            }
            checkLink(next, number);
        }
        throw failure(Reason.TOO_LARGE, "page %d is not the last, and no more are read".formatted(MAX_PAGES));
    }

    private static Optional<ApiCallException> error(ApiResponse response) {
        String answered = "answered " + response.status();
        return Optional.ofNullable(
                switch (response.status()) {
                    case 401 -> failure(Reason.UNAUTHORIZED, answered + ": the token is wrong or revoked");
                    case 403 ->
                        failure(
                                Reason.FORBIDDEN,
                                answered + ": the token may not read monitors; it must be one for Uptime");
                    // A service of many machines: the next one may succeed, unlike a single server that is broken.
                    case 500 -> ApiCallException.transientFailure(Reason.SERVER_ERROR, answered, response.retryAfter());
                    default -> null;
                });
    }

    // The link itself is never followed. One that leads elsewhere means that this is not the list we expect, but a
    // proxy may leave Better Stack's own host in it.
    private void checkLink(URI next, int number) throws ApiCallException {
        if (Stream.of(config.url(), BetterStackConfig.PUBLIC)
                .noneMatch(base -> origin(base).equals(origin(next)))) {
            throw failure(Reason.REDIRECTED, "page %d links to another host for the next page".formatted(number));
        }
        if (!List.of(String.valueOf(next.getRawQuery()).split("&", -1)).contains("page=" + (number + 1))) {
            throw failure(Reason.UNREADABLE, "page %d does not link to the page after it".formatted(number));
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static ApiCallException failure(Reason reason, String detail) {
        return ApiCallException.permanentFailure(reason, detail);
    }
}
