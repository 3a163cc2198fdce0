package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import picocli.CommandLine.Option;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentState;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.RunRequest;
import com.elytracloud.status.run.RunSettings;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.run.TextGuard;
import com.elytracloud.status.run.TextGuard.Verdict;

/**
 * Commands about announcements: each checks its texts, stores the change, and publishes it unless disabled by an option.
 */
abstract class AnnouncementCommand extends ApplicationCommand {
    static final String TITLE = "One line, at most 120 characters.";
    static final String MESSAGE = "At most 1,000 characters.";
    static final String COMPONENTS = "The affected components, by id or name.";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private final List<String> texts = new ArrayList<>();

    /** The options of every command that changes something. */
    static final class Posting {
        @Option(names = "--no-publish", description = "Only store it; the next run publishes it.")
        private boolean isOnlyStored;

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean isJson;
    }

    /**
     * A change of what is announced.
     *
     * @param edit may be applied more than once
     */
    record Change<T>(UnaryOperator<Announcements> edit, Function<Announcements, T> changed, Function<T, String> line) {}

    /**
     * Stores a change, prints it and publishes it.
     *
     * @param change throws an IllegalArgumentException if the arguments do not fit what is announced, saying why
     */
    final <T> int post(Posting options, Function<Instant, Change<T>> change) {
        bean(Settings.class).require(options.isOnlyStored ? Capability.ANNOUNCE : Capability.PUBLISH);
        try {
            Change<T> wanted = change.apply(now());
            T changed = wanted.changed.apply(bean(IncidentStore.class).edit(wanted.edit, Deadline.in(LIMIT)));
            if (!isQuiet()) {
                print(options.isJson, changed, () -> wanted.line.apply(changed) + "\n");
            }
        } catch (IllegalArgumentException e) {
            return refuse(e.getMessage());
        }
        if (!options.isOnlyStored) {
            String line = PublishCommand.line(bean(AlertedRun.class).publish(RunRequest.BY_HAND));
            err().print(isQuiet() ? "" : line);
            err().flush();
        }
        warnOfMonitorNames(now());
        return ExitCode.DONE;
    }

    /** All announcements, including what the runs announced or took from the source. */
    static Announcements announced() {
        bean(Settings.class).require(Capability.ANNOUNCE);
        return bean(IncidentStore.class)
                .read(Deadline.in(LIMIT))
                .fold(stored -> stored, () -> Announcements.NONE, failure -> {
                    throw new PublishException("the announcements could not be read: " + failure);
                })
                .and(state().announced());
    }

    static Instant now() {
        return bean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What the runs know: the components, and the announcements that they made or took from the source. */
    static RunState state() {
        return bean(StateStore.class).read(Deadline.in(LIMIT)).state();
    }

    // "Our website" is an ordinary word although a monitor is called Website: that is no reason to refuse a text.
    private void warnOfMonitorNames(Instant now) {
        List<Problem> problems = bean(Settings.class).problems(Set.of(Capability.READ_MONITORS));
        if (!texts.isEmpty() && problems.isEmpty()) {
            bean(MonitorSource.class)
                    .read(now, Deadline.in(LIMIT))
                    .orElse(MonitorFleet.NONE)
                    .namedIn(String.join("\n", texts))
                    .forEach(name -> err().println("elytra: warning: the public text names the monitor " + name));
        }
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

    /** The ids of components that are given by id or by name; an empty name stands for none. */
    static List<String> components(List<String> wantedOrNull, RunState state) {
        List<Component> known = Stream.concat(
                        bean(RunSettings.class).rules().components().stream(),
                        state.shownComponents().stream().map(ComponentState::component))
                .toList();
        return Stream.ofNullable(wantedOrNull)
                .flatMap(List::stream)
                .map(String::strip)
                .filter(wanted -> !wanted.isEmpty())
                .map(wanted -> known.stream()
                        .filter(each -> each.id().equals(wanted) || each.name().equalsIgnoreCase(wanted))
                        .map(Component::id)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no component '%s'; there are %s"
                                .formatted(
                                        wanted,
                                        known.isEmpty()
                                                ? "none"
                                                : known.stream()
                                                        .map(Component::id)
                                                        .distinct()
                                                        .toList()))))
                .toList();
    }

    static String newId(Instant now) {
        return "%s-%04x".formatted(ID.format(now), ThreadLocalRandom.current().nextInt(0x1_0000));
    }
}
