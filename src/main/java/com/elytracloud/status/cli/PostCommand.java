package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentState;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.guard.MonitorNames;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunRequest;
import com.elytracloud.status.run.RunSettings;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.run.TextGuard;
import com.elytracloud.status.run.TextGuard.Verdict;

/**
 * A command that changes announcements: checks the texts, stores the change, and publishes it unless disabled by an
 * option.
 */
abstract class PostCommand extends ApplicationCommand {
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    @Option(names = "--no-publish", description = "Only store it; the next run publishes it.")
    private boolean isOnlyStored;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean isJson;

    private final List<String> texts = new ArrayList<>();

    @Override
    public final Integer call() throws JsonProcessingException {
        bean(Settings.class).require(isOnlyStored ? Capability.ANNOUNCE : Capability.PUBLISH);
        Instant now = bean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            change(now);
            warnOfMonitorNames(now);
        } catch (IllegalArgumentException e) {
            err().println("elytra: " + e.getMessage());
            return ExitCode.USAGE;
        }
        if (!isOnlyStored) {
            RunReport report = bean(AlertedRun.class).publish(RunRequest.BY_HAND);
            err().println(PublishCommand.line(report).strip());
        }
        return ExitCode.DONE;
    }

    /** @throws IllegalArgumentException if the arguments do not fit what is announced, saying why */
    abstract void change(Instant now) throws JsonProcessingException;

    /** Stores a change, and prints what was changed. */
    final <T> void store(UnaryOperator<Announcements> change, Function<Announcements, T> changed, String line)
            throws JsonProcessingException {
        T result = changed.apply(bean(IncidentStore.class).edit(change, Deadline.in(LIMIT)));
        out().println(isJson ? json(result) : line);
        out().flush();
    }

    // "Our website" is an ordinary word although a monitor is called Website: that is no reason to refuse a text.
    private void warnOfMonitorNames(Instant now) {
        if (!texts.isEmpty()
                && bean(Settings.class)
                        .problems(Set.of(Capability.READ_MONITORS))
                        .isEmpty()) {
            List<String> named = bean(MonitorSource.class)
                    .read(now, Deadline.in(LIMIT))
                    .fold(fleet -> MonitorNames.in(String.join("\n", texts), fleet), List::of, failure -> List.of());
            if (!named.isEmpty()) {
                err().println("elytra: warning: the text is public and names monitors: " + String.join(", ", named));
            }
        }
    }

    /** What the runs know: the components, and the announcements that they made or took from the source. */
    static RunState state() {
        return bean(StateStore.class).read(Deadline.in(LIMIT)).state();
    }

    /** @throws IllegalArgumentException if the guard refuses the text */
    final String checked(String place, String text) {
        texts.add(text);
        Verdict verdict = bean(TextGuard.class).check(text.strip(), place);
        if (verdict.isRefused()) {
            throw new IllegalArgumentException(
                    verdict.line() + "; it would be public. docs/guard.md explains each rule.");
        }
        return text.strip();
    }

    /** The ids of components that are given by id or by name. */
    static List<String> components(List<String> wanted, RunState state) {
        Map<String, String> known = new TreeMap<>();
        bean(RunSettings.class).rules().components().forEach(each -> known.put(each.id(), each.name()));
        state.shownComponents().stream().map(ComponentState::component).forEach(each -> put(each, known));
        List<String> ids = new ArrayList<>();
        for (String each : wanted) {
            ids.add(known.entrySet().stream()
                    .filter(one ->
                            one.getKey().equals(each.strip()) || one.getValue().equalsIgnoreCase(each.strip()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no component '%s'; there are %s"
                            .formatted(each.strip(), known.isEmpty() ? "none" : known.keySet()))));
        }
        return ids;
    }

    private static void put(Component component, Map<String, String> known) {
        known.put(component.id(), component.name());
    }

    static String newId(Instant now) {
        return "%s-%04x".formatted(ID.format(now), ThreadLocalRandom.current().nextInt(0x1_0000));
    }
}
