package com.elytracloud.status.betterstack;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorId;

/**
 * The pages of the monitors as they come. A part is never taken for the whole: the listing is complete once a page says
 * that it is the last, and whatever would make it endless or lead elsewhere ends it as a failure.
 */
final class Listing {
    /** The most that a page can have. */
    static final int PER_PAGE = 250;
    /** 10,000 monitors. */
    static final int MOST_PAGES = 40;

    private final PageLinks links;
    private final Map<MonitorId, WatchedMonitor> monitors = new LinkedHashMap<>();
    private int page = 1;
    private int unreadable;
    private boolean complete;

    Listing(URI base) {
        this.links = new PageLinks(base);
    }

    /** The page to ask for. */
    int page() {
        return page;
    }

    boolean isComplete() {
        return complete;
    }

    /** Entries that tell no id. */
    int unreadable() {
        return unreadable;
    }

    /** Each monitor once, in the order of the pages. */
    Collection<WatchedMonitor> monitors() {
        return List.copyOf(monitors.values());
    }

    /** Takes the page that was asked for; empty if all is well. */
    Optional<Failure> add(MonitorPage found) {
        int before = monitors.size();
        found.monitors().forEach(monitor -> monitors.merge(monitor.id(), monitor, WatchedMonitor::and));
        unreadable += found.unreadable();
        complete = found.next().isEmpty();
        if (complete) {
            return Optional.empty();
        }
        if (monitors.size() == before) {
            return failure(Reason.UNREADABLE, "page %d brings nothing new and is not the last");
        }
        if (page == MOST_PAGES) {
            return failure(Reason.TOO_LARGE, "page %d is not the last, and no more are read");
        }
        page++;
        return links.refusal(found.next(), page);
    }

    private Optional<Failure> failure(Reason reason, String detail) {
        return Optional.of(new Failure(reason, detail.formatted(page)));
    }
}
