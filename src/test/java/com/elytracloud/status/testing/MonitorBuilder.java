package com.elytracloud.status.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.UptimeWindow;

/** A monitor as its source shows it; a probe that is up, without heartbeats and figures, unless said otherwise. */
public final class MonitorBuilder {
    private final String id;
    private final Map<UptimeWindow, BigDecimal> uptime = new EnumMap<>(UptimeWindow.class);
    private String name = "";
    private Monitor.Kind kind = Monitor.Kind.PROBE;
    private Monitor.State state = Monitor.State.UP;
    private boolean listed = true;
    private String target = "";
    private List<Heartbeat> beats = List.of();

    private MonitorBuilder(String id) {
        this.id = id;
    }

    /** Begins a monitor. */
    public static MonitorBuilder aMonitor(String id) {
        return new MonitorBuilder(id);
    }

    /** An answer of a source that does not tell when it started. */
    public static MonitorFleet aFleet(MonitorBuilder... monitors) {
        return aFleetSince(Instant.MIN, monitors);
    }

    /** An answer of a source that started at an instant. */
    public static MonitorFleet aFleetSince(Instant startedAt, MonitorBuilder... monitors) {
        return new MonitorFleet(
                Arrays.stream(monitors).map(MonitorBuilder::reading).toList(), 0, startedAt);
    }

    /** What the source says of it. */
    public MonitorBuilder is(Monitor.State said) {
        state = said;
        return this;
    }

    /** The source does not tell what it is. */
    public MonitorBuilder ofUnknownKind() {
        kind = Monitor.Kind.UNKNOWN;
        return this;
    }

    /** The source says that it is down. */
    public MonitorBuilder down() {
        return is(Monitor.State.DOWN);
    }

    /** The source says that a failed check is being retried. */
    public MonitorBuilder pending() {
        return is(Monitor.State.PENDING);
    }

    /** Only its heartbeats are known: the source's list does not have it, or there is no list. */
    public MonitorBuilder unlisted() {
        listed = false;
        return this;
    }

    /** It reports to the source. */
    public MonitorBuilder push() {
        kind = Monitor.Kind.PUSH;
        return this;
    }

    /** It repeats its children. */
    public MonitorBuilder group() {
        kind = Monitor.Kind.GROUP;
        return this;
    }

    /** What it watches. */
    public MonitorBuilder watching(String watched) {
        target = watched;
        return this;
    }

    /** Heartbeats this long before now, in the order given, oldest first. */
    public MonitorBuilder withBeats(String... agos) {
        beats = Arrays.stream(agos)
                .map(ago -> new Heartbeat(Moments.ago(ago), state))
                .toList();
        return this;
    }

    /** These heartbeats, oldest first. */
    public MonitorBuilder with(Heartbeat... given) {
        beats = List.of(given);
        return this;
    }

    /** Ten heartbeats at an even interval, the newest so long before now. */
    public MonitorBuilder withBeatsEvery(Duration interval, Duration newestAgo) {
        List<Heartbeat> even = new ArrayList<>();
        for (int i = 9; i >= 0; i--) {
            even.add(new Heartbeat(Moments.NOW.minus(newestAgo).minus(interval.multipliedBy(i)), state));
        }
        beats = even;
        return this;
    }

    /** The source's own shares. */
    public MonitorBuilder withUptime(Map<UptimeWindow, BigDecimal> shares) {
        uptime.putAll(shares);
        return this;
    }

    /** The source's own share of a window. */
    public MonitorBuilder withUptime(UptimeWindow window, String share) {
        uptime.put(window, new BigDecimal(share));
        return this;
    }

    /** Called so by the operator. */
    public MonitorBuilder named(String given) {
        name = given;
        return this;
    }

    /** With a class that was observed now. */
    public ClassifiedMonitor classed(MonitorClass monitorClass, int weight) {
        return new ClassifiedMonitor(reading(), monitorClass, Moments.NOW, "", weight, false);
    }

    /** The reading. */
    public MonitorReading reading() {
        Monitor monitor = new Monitor(new MonitorId(id), kind, name.isEmpty() ? "monitor " + id : name, target);
        return new MonitorReading(monitor, listed, state, beats, uptime);
    }
}
