package com.elytracloud.status.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.elytracloud.status.contract.StatusDocument.ComponentEntry;

/**
 * Components under one name.
 *
 * @param name null for those without a group
 */
public record ComponentGroup(String name, List<Member> members) {
    /** One component with its days. */
    public record Member(ComponentEntry entry, DayBars days) {
        public StatusStyle style() {
            return StatusStyle.of(entry.status());
        }
    }

    static List<ComponentGroup> of(List<ComponentEntry> components, Function<String, DayBars> days) {
        Map<String, List<Member>> groups = new LinkedHashMap<>();
        for (ComponentEntry each : components) {
            groups.computeIfAbsent(each.group(), name -> new ArrayList<>())
                    .add(new Member(each, days.apply(each.id())));
        }
        return groups.entrySet().stream()
                .map(group -> new ComponentGroup(group.getKey(), group.getValue()))
                .toList();
    }
}
