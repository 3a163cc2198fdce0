package com.elytracloud.status.betterstack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Reads the monitors of one team at Better Stack. */
@Singleton
final class BetterStackClient {
    /** Ten times a full page; it is held in memory as a tree. */
    private static final long MAX_BYTES = 8 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final BetterStackErrors ERRORS = new BetterStackErrors();

    private final BetterStackConfig config;
    private final BetterStackApi api;
    private final ApiCaller caller;
    private final long maxBytes;

    @Inject
    BetterStackClient(BetterStackConfig config, BoundedExecutor executor) {
        this(config, RetryPolicy.DEFAULT, executor, MAX_BYTES);
    }

    /** A client with other limits, for tests. */
    BetterStackClient(BetterStackConfig config, RetryPolicy policy, BoundedExecutor executor, long maxBytes) {
        this.config = config;
        this.api = RestClients.of(BetterStackApi.class, config.url(), CONNECT, policy.timeout());
        this.caller = new ApiCaller(policy, executor);
        this.maxBytes = maxBytes;
    }

    /** Reads every page of the monitors. */
    Reading<Listing> monitors(Instant now, Deadline deadline) {
        Listing listing = new Listing(config.url());
        Optional<Failure> refused = Optional.empty();
        while (refused.isEmpty() && !listing.isComplete()) {
            refused = page(listing.page(), now, deadline)
                    .fold(listing::add, () -> Optional.of(new Failure(Reason.UNREADABLE, "no page")), Optional::of);
        }
        return refused.<Reading<Listing>>map(Reading.Failed::new).orElseGet(() -> new Reading.Found<>(listing));
    }

    private Reading<MonitorPage> page(int page, Instant now, Deadline deadline) {
        return caller.read(
                () -> api.monitors("Bearer " + config.token().value(), Listing.PER_PAGE, page),
                response -> ReplyParser.page(response.body("application/json", maxBytes, ERRORS)),
                now,
                deadline);
    }
}
