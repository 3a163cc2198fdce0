package com.elytracloud.status.betterstack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.http.AskLimits;
import com.elytracloud.status.http.Faults;
import com.elytracloud.status.http.Question;
import com.elytracloud.status.http.RestAsker;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Asks Better Stack. */
@Singleton
final class BetterStackClient {
    private static final String TYPE = "application/json";
    /** Ten times a full page; it is held in memory as a tree. */
    private static final long MOST_BYTES = 8 << 20;

    private final BetterStackConfig config;
    private final RestAsker<BetterStackApi> listings;
    private final RestAsker<BetterStackApi> figures;

    @Inject
    BetterStackClient(BetterStackConfig config, BoundedExecutor workers) {
        this(config, workers, AskLimits.USUAL.upTo(MOST_BYTES));
    }

    /** A client with other limits, for tests. */
    BetterStackClient(BetterStackConfig config, BoundedExecutor workers, AskLimits limits) {
        this.config = config;
        this.listings = RestAsker.of(BetterStackApi.class, config.url(), new BetterStackRefusals(), limits, workers);
        this.figures = listings.within(limits.once());
    }

    /** Reads every page of the monitors. */
    Reading<Listing> monitors(Instant now, Deadline deadline) {
        Listing listing = new Listing(config.url());
        Optional<Failure> refused = Optional.empty();
        while (refused.isEmpty() && !listing.isComplete()) {
            refused = page(listing.page(), now, deadline)
                    .fold(listing::add, () -> Optional.of(Faults.timedOut().failure()), Optional::of);
        }
        return refused.<Reading<Listing>>map(Reading.Failed::new).orElseGet(() -> new Reading.Found<>(listing));
    }

    /** Reads a monitor's availability; nothing if Better Stack knows of none. Asks only once: the next hour comes. */
    Reading<BigDecimal> availability(MonitorId id, UptimeWindow window, Instant now, Deadline deadline) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String from = today.minusDays(window.length().toDays()).toString();
        Question<BetterStackApi, Optional<BigDecimal>> question = new Question<>(
                api -> api.availability(authorization(), id.value(), from, today.toString()),
                TYPE,
                ReplyParser::availability);
        return figures.ask(question, now, deadline).then(share -> share.<Reading<BigDecimal>>map(Reading.Found::new)
                .orElseGet(Reading.Nothing::new));
    }

    private Reading<MonitorPage> page(int page, Instant now, Deadline deadline) {
        return listings.ask(
                new Question<>(api -> api.monitors(authorization(), Listing.PER_PAGE, page), TYPE, ReplyParser::page),
                now,
                deadline);
    }

    private String authorization() {
        return "Bearer " + config.token().value();
    }
}
