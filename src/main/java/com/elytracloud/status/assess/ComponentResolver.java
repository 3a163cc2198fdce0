package com.elytracloud.status.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentState;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.domain.SourcePage.Entry;
import com.elytracloud.status.domain.SourcePage.Group;

/** Which components there are, and under which ids: an id is made of the first name seen and survives a rename. */
public final class ComponentResolver {
    private static final int MAX_NAME = 60;

    private final Collection<ComponentState> before;
    private final Set<String> taken = new HashSet<>();

    private ComponentResolver(Collection<ComponentState> before) {
        this.before = before;
    }

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
        ComponentResolver resolver = new ComponentResolver(before.components().values());
        return switch (rules.mode()) {
            case NAMED -> resolver.identified(rules.components());
            case PAGE_GROUPS ->
                resolver.ofPage(page, before, page.groups().stream().map(ComponentResolver::ofGroup));
            case PAGE_MONITORS ->
                resolver.ofPage(page, before, page.groups().stream().flatMap(ComponentResolver::ofMonitors));
        };
    }

    /** A name as an id: lower-case letters, digits and hyphens. */
    public static String toId(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    private List<Component> ofPage(SourcePage page, RunState state, Stream<Component> found) {
        return page.read()
                ? identified(found.filter(each -> !each.monitors().isEmpty())
                        .limit(Component.MAX)
                        .toList())
                : state.shownComponents().stream()
                        .map(ComponentState::component)
                        .toList();
    }

    // A group of Kuma's that stands next to its children would count them twice.
    private static Component ofGroup(Group group) {
        Set<MonitorId> children = group.monitors().stream()
                .filter(entry -> entry.kind() != MonitorKind.GROUP)
                .map(Entry::id)
                .collect(Collectors.toSet());
        Set<MonitorId> all = group.monitors().stream().map(Entry::id).collect(Collectors.toSet());
        return new Component("", shown(group.name()), "", "group-" + group.key(), children.isEmpty() ? all : children);
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

    private List<Component> identified(List<Component> found) {
        found.stream().map(this::known).flatMap(Optional::stream).forEach(taken::add);
        List<Component> identified = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Component each : found) {
            String id = known(each).filter(used::add).orElseGet(() -> free(each, used));
            identified.add(new Component(id, each.name(), each.group(), each.key(), each.monitors()));
        }
        return identified;
    }

    private Optional<String> known(Component component) {
        return before.stream()
                .map(ComponentState::component)
                .filter(each -> Objects.equals(each.key(), component.key()))
                .map(Component::id)
                .findFirst();
    }

    private String free(Component component, Set<String> used) {
        String wanted = toId(component.name());
        String base = wanted.isEmpty() ? "component" : wanted;
        String id = base;
        for (int number = 2; taken.contains(id) || used.contains(id); number++) {
            id = base + "-" + number;
        }
        used.add(id);
        return id;
    }
}
