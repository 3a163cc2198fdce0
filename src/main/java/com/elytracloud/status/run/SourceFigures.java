package com.elytracloud.status.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.UptimeWindow;

/** Uptime shares that a source tells only one monitor at a time, and that are therefore asked for seldom and kept. */
public record SourceFigures(Map<MonitorId, Asked> monitors) {
    /** Nothing was asked yet. */
    public static final SourceFigures NONE = new SourceFigures(Map.of());

    public SourceFigures {
        monitors = Map.copyOf(monitors);
    }

    /** What was asked of one monitor. */
    public Optional<Asked> of(MonitorId id) {
        return Optional.ofNullable(monitors.get(id));
    }

    /** These and others; of each monitor what was asked last. */
    public SourceFigures with(SourceFigures others) {
        Map<MonitorId, Asked> all = new HashMap<>(monitors);
        others.monitors.forEach((id, asked) ->
                all.merge(id, asked, (mine, other) -> mine.askedAt.isBefore(other.askedAt) ? other : mine));
        return new SourceFigures(all);
    }

    /** These without monitors that are gone. */
    public SourceFigures only(Set<MonitorId> ids) {
        Map<MonitorId, Asked> left = new HashMap<>(monitors);
        left.keySet().retainAll(ids);
        return new SourceFigures(left);
    }

    /**
     * What asking for one monitor brought.
     *
     * @param askedAt when it was asked last, whatever came of it
     * @param answeredAt when the shares were told; {@link Instant#MIN} if never
     * @param shares 0 to 1; a window that the source knows nothing of is absent
     */
    public record Asked(Instant askedAt, Instant answeredAt, Map<UptimeWindow, BigDecimal> shares) {
        /** @throws IllegalArgumentException if a share is not within 0 to 1 */
        public Asked {
            Objects.requireNonNull(askedAt, "askedAt");
            Objects.requireNonNull(answeredAt, "answeredAt");
            shares = Map.copyOf(shares);
            shares.forEach((window, share) -> {
                if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                    throw new IllegalArgumentException("the share of %s is not within 0..1".formatted(window));
                }
            });
        }

        /** The same after asking again brought nothing. */
        public Asked inVainAt(Instant now) {
            return new Asked(now, answeredAt, shares);
        }
    }
}
