package com.elytracloud.status.guard;

import java.util.List;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorReading;

/** Finds names of monitors in texts that will be public; a warning at most, because "our website" is an ordinary word. */
public final class MonitorNameFinder {
    private static final int SHORTEST = 3;

    private MonitorNameFinder() {}

    /** The monitors whose names stand in a text as words of their own, for the operator. */
    public static List<String> find(String text, MonitorFleet fleet) {
        return fleet.readings().stream()
                .map(MonitorReading::monitor)
                .filter(monitor -> contains(monitor.name().strip(), text))
                .map(Monitor::label)
                .toList();
    }

    private static boolean contains(String name, String text) {
        return name.length() >= SHORTEST
                && Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                        .matcher(text)
                        .find();
    }
}
