package com.elytracloud.status.betterstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

import com.elytracloud.status.betterstack.MonitorPage.Entry;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.ApiResponse;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.MonitorSource;

/** Reads the monitors of one team at Better Stack. The list has no uptime: that comes from our own ledger. */
@Singleton
@Identifier("BETTER_STACK")
record BetterStackMonitorSource(BetterStackConfig config, BetterStackApi api, ApiCaller caller)
        implements MonitorSource {
    private static final Logger LOG = Logger.getLogger(BetterStackMonitorSource.class);

    /** The largest page size of the API. */
    static final int PER_PAGE = 250;

    static final int MAX_PAGES = 40;
    /** Ten times a full page. */
    private static final long MAX_BYTES = 8 << 20;

    @Inject
    BetterStackMonitorSource(BetterStackConfig config, RestClients clients, BoundedExecutor executor) {
        this(
                config,
                clients.of(BetterStackApi.class, config.url(), Map::of),
                new ApiCaller(RetryPolicy.DEFAULT, executor, BetterStackMonitorSource::error));
    }

    @Override
    public Reading<MonitorFleet> read(Instant now, Deadline deadline) {
        return monitors(now, deadline).then(BetterStackMonitorSource::fleet);
    }

    /** The monitors that are not paused, each once; an entry without a valid id counts as unreadable. */
    static Reading<MonitorFleet> fleet(List<Entry> entries) {
        Map<String, Entry> monitors = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> MonitorId.isValid(entry.id()))
                .forEach(entry -> monitors.merge(entry.id(), entry, Entry::mergedWith));
        int unreadable = (int)
                entries.stream().filter(entry -> !MonitorId.isValid(entry.id())).count();
        if (unreadable > 0) {
            LOG.warnf("Better Stack: %d monitors have no valid id", unreadable);
        }
        List<MonitorReading> readings = monitors.values().stream()
                .filter(entry -> !entry.isPaused())
                .map(Entry::reading)
                .toList();
        return readings.isEmpty() && unreadable == 0
                ? new Reading.Nothing<>()
                : new Reading.Found<>(new MonitorFleet(readings, unreadable, Instant.MIN));
    }

    /** Reads every page of the list; one page that cannot be read fails the reading. */
    Reading<List<Entry>> monitors(Instant now, Deadline deadline) {
        return from(1, now, deadline);
    }

    private Reading<List<Entry>> from(int number, Instant now, Deadline deadline) {
        return caller.read(() -> request(number), response -> page(response, number), now, deadline)
                .then(page -> page.isLast()
                        ? new Reading.Found<>(page.data())
                        : from(number + 1, now, deadline)
                                .then(rest -> new Reading.Found<>(Stream.concat(page.data().stream(), rest.stream())
                                        .toList())));
    }

    private RestResponse<InputStream> request(int number) {
        return api.monitors("Bearer " + config.token().value(), PER_PAGE, number);
    }

    private MonitorPage page(ApiResponse response, int number) throws IOException {
        MonitorPage page = MonitorPage.parse(response.body("application/json", MAX_BYTES));
        if (!page.isLast()) {
            checkLink(page.pagination().next(), number);
            if (number == MAX_PAGES) {
                throw failure(Reason.TOO_LARGE, "page %d is not the last, and no more are read".formatted(number));
            }
        }
        return page;
    }

    static ApiCallException error(ApiResponse response) {
        return switch (response.status()) {
            case 401 -> response.permanentFailure(Reason.UNAUTHORIZED, ": the token is wrong or revoked");
            case 403 ->
                response.permanentFailure(
                        Reason.FORBIDDEN, ": the token may not read monitors; it must be one for Uptime");
            // A service of many machines: the next one may succeed, unlike a single server that is broken.
            case 500 -> response.transientFailure(Reason.SERVER_ERROR, "");
            default -> response.usualError();
        };
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
