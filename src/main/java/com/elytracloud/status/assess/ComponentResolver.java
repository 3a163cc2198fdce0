package com.elytracloud.status.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.domain.SourcePage.Group;

/** Which components there are, and under which ids: an id is made of the first name seen and survives a rename. */
public final class ComponentResolver {
    private static final int MAX_NAME = 60;

    private ComponentResolver() {}

    public enum Mode {
        /** The operator named them with their monitors. */
        NAMED,
        /** Each group of the source's status page is one. */
        PAGE_GROUPS,
        /** Each monitor of the source's status page is one. */
        PAGE_MONITORS
    }

    /** The components of one run; those of the previous run while the status page cannot be read. */
    static List<Component> resolve(Assessor.Rules rules, SourcePage page, RunState before) {
        if (rules.mode() == Mode.NAMED) {
            return rules.components();
        }
        List<Component> known = before.shownComponents().stream()
                .map(Component.State::component)
                .toList();
        boolean areGroups = rules.mode() == Mode.PAGE_GROUPS;
        return page.read()
                ? identified(
                        page.groups().stream()
                                .flatMap(group -> areGroups ? Stream.of(ofGroup(group)) : ofMonitors(group))
                                .filter(each -> !each.monitors().isEmpty())
                                .limit(Component.MAX)
                                .toList(),
                        known)
                : known;
    }

    /** A name as an id: lower-case letters, digits and hyphens. */
    public static String toId(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    // A group of Kuma's that stands next to its children would count them twice.
    private static Component ofGroup(Group group) {
        Map<Boolean, Set<MonitorId>> ids = group.monitors().stream()
                .collect(Collectors.partitioningBy(
                        entry -> entry.kind() == Monitor.Kind.GROUP,
                        Collectors.mapping(Monitor::id, Collectors.toSet())));
        Set<MonitorId> counted = ids.get(false).isEmpty() ? ids.get(true) : ids.get(false);
        return new Component("", shown(group.name()), "", "group-" + group.key(), counted);
    }

    private static Stream<Component> ofMonitors(Group group) {
        return group.monitors().stream()
                .map(entry -> new Component(
                        "", shown(entry.name()), shown(group.name()), "monitor-" + entry.id(), Set.of(entry.id())));
    }

    private static String shown(String name) {
        String stripped = name.strip().replaceAll("\\p{Cntrl}+", " ");
        String text = stripped.isEmpty() ? "Component" : stripped;
        return text.codePointCount(0, text.length()) <= MAX_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_NAME));
    }

    private static List<Component> identified(List<Component> found, List<Component> known) {
        Map<String, String> ids = new HashMap<>();
        known.forEach(each -> ids.putIfAbsent(each.key(), each.id()));
        ids.keySet().retainAll(found.stream().map(Component::key).toList());
        Set<String> taken = new HashSet<>(ids.values());
        List<Component> identified = new ArrayList<>();
        for (Component each : found) {
            String before = ids.remove(each.key());
            String id = before == null ? free(each.name(), taken) : before;
            identified.add(new Component(id, each.name(), each.group(), each.key(), each.monitors()));
        }
        return identified;
    }

    private static String free(String name, Set<String> taken) {
        String base = toId(name).isEmpty() ? "component" : toId(name);
        String id = base;
        for (int number = 2; !taken.add(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }
}
