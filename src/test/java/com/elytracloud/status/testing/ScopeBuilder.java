package com.elytracloud.status.testing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;

/** Which monitors count; all of them with weight 1, none critical, unless said otherwise. */
public final class ScopeBuilder {
    private final Map<MonitorId, Integer> weights = new HashMap<>();
    private Set<MonitorId> only = Set.of();
    private Set<MonitorId> critical = Set.of();
    private Set<MonitorId> controls = Set.of();
    private String ownSite = "";

    private ScopeBuilder() {}

    /** Begins a scope. */
    public static ScopeBuilder aScope() {
        return new ScopeBuilder();
    }

    /** Ids as the domain knows them. */
    public static Set<MonitorId> ids(String... ids) {
        return Arrays.stream(ids).map(MonitorId::new).collect(Collectors.toSet());
    }

    /** The ids that count. */
    public ScopeBuilder only(String... ids) {
        only = ids(ids);
        return this;
    }

    /** The ids whose failure alone is an outage. */
    public ScopeBuilder critical(String... ids) {
        critical = ids(ids);
        return this;
    }

    /** The ids that tell whether the source has a network. */
    public ScopeBuilder controls(String... ids) {
        controls = ids(ids);
        return this;
    }

    /** The weight of one id. */
    public ScopeBuilder weight(String id, int weight) {
        weights.put(new MonitorId(id), weight);
        return this;
    }

    /** Where the status site is published. */
    public ScopeBuilder ownSite(String address) {
        ownSite = address;
        return this;
    }

    /** The scope. */
    public MonitorScope scope() {
        return new MonitorScope(only, critical, controls, weights, ownSite);
    }
}
