package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;

/**
 * A time during which the platform was not operational.
 *
 * @param steps what it became, oldest first; the last is back to operational if it is over
 */
record Episode(List<Step> steps) {
    Episode {
        steps = List.copyOf(steps);
    }

    /** What the platform became at an instant. */
    record Step(Instant at, StatusCode to) {
        Step {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(to, "to");
        }
    }

    /** The episodes in a list of changes, oldest first. */
    static List<Episode> of(List<TransitionEntry> transitions) {
        List<Episode> episodes = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        for (TransitionEntry each : transitions) {
            boolean over = each.to() == StatusCode.OPERATIONAL;
            if (over && open.isEmpty()) {
                continue; // its beginning is too long ago to be on record
            }
            open.add(new Step(each.at(), each.to()));
            if (over) {
                episodes.add(new Episode(open));
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            episodes.add(new Episode(open));
        }
        return episodes;
    }

    /** The same, going on with what is published now. */
    Episode continuedBy(Step now) {
        if (steps.get(steps.size() - 1).to() == now.to()) {
            return this;
        }
        List<Step> longer = new ArrayList<>(steps);
        longer.add(now);
        return new Episode(longer);
    }

    Instant startedAt() {
        return steps.get(0).at();
    }

    Instant lastAt() {
        return steps.get(steps.size() - 1).at();
    }

    boolean isOver() {
        return steps.get(steps.size() - 1).to() == StatusCode.OPERATIONAL;
    }
}
