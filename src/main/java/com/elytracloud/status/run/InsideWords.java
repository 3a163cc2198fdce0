package com.elytracloud.status.run;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;

/**
 * Words that the sources showed in one run and that are nobody's business.
 *
 * @param monitors names, addresses and their parts, and tags of the monitors
 * @param tenants the names of those whose backups were seen
 */
public record InsideWords(Set<String> monitors, Set<String> tenants) {
    /** Nothing was read. */
    public static final InsideWords NONE = new InsideWords(Set.of(), Set.of());

    public InsideWords {
        monitors = Set.copyOf(monitors);
        tenants = Set.copyOf(tenants);
    }

    /**
     * The internal names in what was read, and the customers that the state knows.
     *
     * @param components a monitor's name is public where the operator gave exactly this name to a component that the
     *     monitor belongs to
     */
    static InsideWords of(RunInputs inputs, List<Component> components, BackupState known) {
        InsideWords read = of(inputs.monitors(), inputs.backups(), components);
        Set<String> customers = new HashSet<>(read.tenants);
        known.series().forEach(series -> customers.add(series.customer()));
        return new InsideWords(read.monitors, customers);
    }

    /** The internal names in what was read. */
    public static InsideWords of(
            Reading<MonitorFleet> monitors, Reading<BackupListing> backups, List<Component> components) {
        return new InsideWords(
                monitors.fold(fleet -> monitorWords(fleet, components), Set::of, failure -> Set.of()),
                backups.fold(InsideWords::tenantWords, Set::of, failure -> Set.of()));
    }

    private static Set<String> tenantWords(BackupListing listing) {
        return listing.series().stream()
                .map(BackupSeries::customer)
                .filter(customer -> !customer.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> monitorWords(MonitorFleet fleet, List<Component> components) {
        Set<String> words = new HashSet<>();
        fleet.readings().stream().map(MonitorReading::monitor).forEach(monitor -> addWords(monitor, words));
        Set<String> approved = approvedNames(fleet, components);
        words.removeIf(word -> approved.contains(word.strip().toLowerCase(Locale.ROOT)));
        return words;
    }

    private static void addWords(Monitor monitor, Set<String> words) {
        words.add(monitor.name());
        words.addAll(WatchedAddress.words(monitor.target()));
        for (String label : monitor.labels()) {
            words.add(label);
            // Kuma joins the values of a tag that a monitor has twice.
            words.addAll(List.of(label.split(",", -1)));
            words.addAll(WatchedAddress.words(label));
        }
    }

    private static Set<String> approvedNames(MonitorFleet fleet, List<Component> components) {
        return fleet.readings().stream()
                .map(MonitorReading::monitor)
                .filter(monitor -> components.stream().anyMatch(component -> isNamedAfter(monitor, component)))
                .map(monitor -> monitor.name().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean isNamedAfter(Monitor monitor, Component component) {
        return component.monitors().contains(monitor.id())
                && component.name().equals(monitor.name().strip());
    }
}
