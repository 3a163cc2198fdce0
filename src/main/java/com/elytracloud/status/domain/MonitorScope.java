package com.elytracloud.status.domain;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which monitors the operator wants evaluated, and how.
 *
 * @param only the ids that count; empty means every monitor of the source
 * @param critical ids whose failure alone is an outage; they count even where {@code only} is empty and they are absent
 * @param controls ids of well-known outside targets: they show whether the source itself has a network connection, and
 *     count for nothing else
 * @param weights ids with a weight other than 1, each at least 1
 * @param ownSite the address below which the status site is published, empty if unknown; monitors of it would feed back
 *     and are left out
 */
public record MonitorScope(
        Set<MonitorId> only,
        Set<MonitorId> critical,
        Set<MonitorId> controls,
        Map<MonitorId, Integer> weights,
        String ownSite) {
    /** Every monitor, each with weight 1, none critical. */
    public static final MonitorScope EVERYTHING = new MonitorScope(Set.of(), Set.of(), Set.of(), Map.of(), "");

    /** Scheme, user, host with port, path, and query or fragment. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[^/?#]*://)?(?:[^/?#]*@)?([^/?#]*?)(?::80|:443)?((?:/+[^/?#]+)*)/*(?:[?#].*)?");

    public MonitorScope {
        only = Set.copyOf(only);
        critical = Set.copyOf(critical);
        controls = Set.copyOf(controls);
        weights = Map.copyOf(weights);
        weights.forEach((id, weight) -> {
            if (weight < 1) {
                throw new IllegalArgumentException(
                        "the weight of monitor %s is %d, not 1 or more".formatted(id, weight));
            }
        });
    }

    public boolean isEverything() {
        return only.isEmpty();
    }

    /** Whether the operator named this id, so that its absence is a lack of evidence and not a paused monitor. */
    public boolean names(MonitorId id) {
        return only.contains(id) || critical.contains(id);
    }

    /** Every id that the operator named for the platform or as a control. */
    public Set<MonitorId> named() {
        Set<MonitorId> named = new HashSet<>(only);
        named.addAll(critical);
        named.addAll(controls);
        return named;
    }

    /** Whether a monitor's target is below the address of the site; false if the address is unknown. */
    public boolean watchesOwnSite(Monitor monitor) {
        String site = normalised(ownSite);
        String target = normalised(monitor.target());
        // A name that only begins like the folder of the site is not below it.
        return !site.isEmpty() && (target.equals(site) || target.startsWith(site + "/"));
    }

    private static String normalised(String url) {
        Matcher parts = ADDRESS.matcher(url);
        return parts.matches() ? parts.group(1).toLowerCase(Locale.ROOT) + parts.group(2) : "";
    }

    public int weightOf(MonitorId id) {
        return weights.getOrDefault(id, 1);
    }
}
