package com.elytracloud.status.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.run.RunSettings;

/** What is judged, by which rules, and what is said about it in the operator's own words. */
@Singleton
public final class RunConfig implements SettingsSection {
    /** The texts of an operator who says nothing; whatever words they hold, they tell nothing of anyone. */
    public static final PublicTexts UNSAID = new PublicTexts(
            "Nightly backups, 7-day retention, off-site object storage.",
            "Dedicated droplet per client + managed database cluster.",
            List.of("nyc3"),
            "All sites behind managed HTTPS and monitored 24/7.");

    private static final int MAX_TEXT = 300;
    private static final int MAX_NAME = 60;
    private static final int MAX_COMPONENTS = 50;
    private static final int MAX_REGIONS = 20;

    private final SettingsReader reader;
    private final RunSettings settings;

    /** Reads the section. */
    public RunConfig(Variables variables) {
        reader = new SettingsReader(variables);
        settings = new RunSettings(
                new Assessor.Rules(scope(), components(), backupPolicy()),
                texts(),
                reader.duration("STALE_AFTER", Duration.ofMinutes(30), Duration.ofMinutes(11), Duration.ofDays(1)),
                reader.duration(
                        "RUN_DEADLINE", Duration.ofSeconds(27), Duration.ofSeconds(12), Duration.ofMinutes(14)));
    }

    /** The settings of a run. */
    @Produces
    @Singleton
    RunSettings settings() {
        return settings;
    }

    /** Which monitors count, for a source that must ask for each of them. */
    @Produces
    @Singleton
    MonitorScope monitorScope() {
        return settings.rules().scope();
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Purpose purpose) {
        return switch (purpose) {
            case READ_MONITORS, READ_BACKUPS, ASSESS, NOTICE, PUBLISH -> true;
            case WATCH, ALERT -> false;
        };
    }

    private MonitorScope scope() {
        Set<MonitorId> only = reader.monitorIds("MONITOR_IDS");
        Set<MonitorId> critical = reader.monitorIds("CRITICAL_MONITOR_IDS");
        Set<MonitorId> controls = reader.monitorIds("CONTROL_MONITOR_IDS");
        refuseStrangers("CRITICAL_MONITOR_IDS", critical, only);
        Set<MonitorId> both = new HashSet<>(critical);
        both.retainAll(controls);
        if (!both.isEmpty()) {
            reader.refuse("CONTROL_MONITOR_IDS", "has an id that is also in CRITICAL_MONITOR_IDS");
        }
        return new MonitorScope(only, critical, controls, weights(), ownSite());
    }

    private void refuseStrangers(String variable, Set<MonitorId> ids, Set<MonitorId> only) {
        Set<MonitorId> strangers = new LinkedHashSet<>(ids);
        strangers.removeAll(only);
        if (!only.isEmpty() && !strangers.isEmpty()) {
            reader.refuse(variable, "has an id that is not in MONITOR_IDS");
        }
    }

    private Map<MonitorId, Integer> weights() {
        String variable = "MONITOR_WEIGHTS";
        Map<MonitorId, Integer> weights = new HashMap<>();
        for (String part : reader.list(variable, "")) {
            String[] idAndWeight = part.split("=", 2);
            if (idAndWeight.length != 2 || !idAndWeight[1].strip().matches("[1-9]\\d{0,3}")) {
                reader.refuse(variable, "has an entry other than id=weight with a weight from 1 to 9999");
                continue;
            }
            reader.monitorId(variable, idAndWeight[0].strip()).ifPresent(id -> {
                if (weights.put(id, Integer.valueOf(idAndWeight[1].strip())) != null) {
                    reader.refuse(variable, "gives %s a weight twice".formatted(id));
                }
            });
        }
        return weights;
    }

    private String ownSite() {
        return reader.address("STATUS_PUBLIC_URL").map(RunConfig::folder).orElse("");
    }

    // Everything beside status.json is ours too; an address that names no file is itself the folder.
    private static String folder(URI url) {
        String path = url.getPath();
        boolean namesFile = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        return namesFile ? url.resolve(".").toString() : url + "/";
    }

    private List<Component> components() {
        String variable = "COMPONENTS";
        List<Component> components = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String part : reader.text(variable, "").split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String[] nameAndIds = part.split("=", 2);
            String name = nameAndIds[0].strip();
            String id = toId(name);
            if (nameAndIds.length != 2 || id.isEmpty() || name.length() > MAX_NAME) {
                reader.refuse(
                        variable,
                        "has an entry other than Name=id,id with a name of 1 to %d characters; separate entries by ';'"
                                .formatted(MAX_NAME));
            } else if (!taken.add(id)) {
                reader.refuse(variable, "has a name twice, or names that differ only in punctuation");
            } else {
                components.add(new Component(id, name, componentIds(variable, name, nameAndIds[1])));
            }
        }
        if (components.size() > MAX_COMPONENTS) {
            reader.refuse(
                    variable, "has %d components; at most %d are allowed".formatted(components.size(), MAX_COMPONENTS));
        }
        return components;
    }

    private Set<MonitorId> componentIds(String variable, String name, String list) {
        Set<MonitorId> ids = new LinkedHashSet<>();
        for (String id : list.split(",", -1)) {
            if (!id.isBlank()) {
                reader.monitorId(variable, id.strip()).ifPresent(ids::add);
            }
        }
        if (ids.isEmpty()) {
            reader.refuse(variable, "has a name without a monitor id");
        }
        return ids;
    }

    private static String toId(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    private BackupPolicy backupPolicy() {
        long maxAge = reader.wholeNumber("BACKUP_MAX_AGE_HOURS", 26, 1, 24 * 366);
        long failedAge = reader.wholeNumber("BACKUP_FAILED_AGE_HOURS", Math.max(50, maxAge), 1, 24 * 366);
        long minBytes = reader.wholeNumber("BACKUP_MIN_BYTES", 1024, 0, Long.MAX_VALUE);
        long forgetDays = reader.wholeNumber("BACKUP_FORGET_DAYS", 30, 1, 366);
        if (failedAge < maxAge) {
            reader.refuse(
                    "BACKUP_FAILED_AGE_HOURS",
                    "is %d, less than BACKUP_MAX_AGE_HOURS (%d)".formatted(failedAge, maxAge));
            return BackupPolicy.NIGHTLY;
        }
        return new BackupPolicy(
                Duration.ofHours(maxAge), Duration.ofHours(failedAge), minBytes, Duration.ofDays(forgetDays));
    }

    private PublicTexts texts() {
        List<String> regions = reader.list("INFRASTRUCTURE_REGIONS", String.join(",", UNSAID.regions()));
        if (regions.size() > MAX_REGIONS || regions.stream().anyMatch(region -> region.length() > MAX_NAME)) {
            reader.refuse(
                    "INFRASTRUCTURE_REGIONS",
                    "allowed are at most %d regions of at most %d characters".formatted(MAX_REGIONS, MAX_NAME));
        }
        return new PublicTexts(
                reader.text("BACKUP_POLICY_TEXT", UNSAID.backupPolicy(), MAX_TEXT),
                reader.text("INFRASTRUCTURE_MODEL", UNSAID.infrastructureModel(), MAX_TEXT),
                regions,
                reader.text("INFRASTRUCTURE_NOTES", UNSAID.infrastructureNotes(), MAX_TEXT));
    }
}
