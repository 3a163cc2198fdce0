package com.elytracloud.status.config;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.assess.ComponentResolver;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.run.RunSettings;

/** What is evaluated, by which rules, and the operator's own texts about it. */
@Singleton
public record RunConfig(SettingsReader reader, RunSettings settings) implements SettingsSection {
    /** The value of {@code BACKUP_BUCKET} by which an operator says that there are no backups to show. */
    public static final String NO_BUCKET = "none";

    private static final String COMPONENTS = "COMPONENTS";
    private static final Map<String, ComponentResolver.Mode> PAGE_MODES = Map.of(
            "status-page", ComponentResolver.Mode.PAGE_GROUPS,
            "status-page-monitors", ComponentResolver.Mode.PAGE_MONITORS);

    private static final int MAX_TEXT = 300;
    private static final int MAX_NAME = 60;
    private static final int MAX_REGIONS = 20;

    /** Reads the section. */
    @Inject
    public RunConfig(Variables variables) {
        this(new SettingsReader(
                variables, EnumSet.complementOf(EnumSet.of(Capability.TRIGGER, Capability.WATCH, Capability.ALERT))));
    }

    private RunConfig(SettingsReader reader) {
        this(
                reader,
                new RunSettings(
                        new Assessor.Rules(
                                scope(reader),
                                components(reader),
                                mode(reader),
                                backupPolicy(reader),
                                SiteLanguage.productTexts(SiteLanguage.read(reader))),
                        texts(reader),
                        reader.duration("STALE_AFTER", "30m", "11m", "1d"),
                        reader.duration("RUN_DEADLINE", "27s", "12s", "14m")));
    }

    @Override
    @Produces
    @Singleton
    public RunSettings settings() {
        return settings;
    }

    private static MonitorScope scope(SettingsReader reader) {
        Set<MonitorId> only = monitorIds(reader, "MONITOR_IDS");
        Set<MonitorId> critical = monitorIds(reader, "CRITICAL_MONITOR_IDS");
        Set<MonitorId> controls = monitorIds(reader, "CONTROL_MONITOR_IDS");
        if (!only.isEmpty() && !only.containsAll(critical)) {
            reader.refuse("CRITICAL_MONITOR_IDS", "has an id that is not in MONITOR_IDS");
        }
        if (!Collections.disjoint(critical, controls)) {
            reader.refuse("CONTROL_MONITOR_IDS", "has an id that is also in CRITICAL_MONITOR_IDS");
        }
        String ownSite =
                reader.address("STATUS_PUBLIC_URL").map(RunConfig::folder).orElse("");
        return new MonitorScope(only, critical, controls, weights(reader), ownSite);
    }

    private static Set<MonitorId> monitorIds(SettingsReader reader, String variable) {
        return reader.monitorIds(variable, reader.text(variable, ""));
    }

    private static Map<MonitorId, Integer> weights(SettingsReader reader) {
        String variable = "MONITOR_WEIGHTS";
        Map<MonitorId, Integer> weights = new HashMap<>();
        for (String part : reader.list(variable)) {
            String[] pair = part.split("\\s*=\\s*", 2);
            if (pair.length != 2 || !MonitorId.isValid(pair[0]) || !pair[1].matches("[1-9]\\d{0,3}")) {
                reader.refuse(variable, "has an entry other than id=weight with a weight from 1 to 9999");
            } else if (weights.put(new MonitorId(pair[0]), Integer.valueOf(pair[1])) != null) {
                reader.refuse(variable, "gives a monitor two weights");
            }
        }
        return weights;
    }

    // Everything next to status.json belongs to the site too; an address without a file name is the folder itself.
    private static String folder(URI url) {
        String path = url.getPath();
        boolean namesFile = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        return namesFile ? url.resolve(".").toString() : url + "/";
    }

    // A configured page of Uptime Kuma already has names that its owner chose for readers.
    private static ComponentResolver.Mode mode(SettingsReader reader) {
        boolean hasPage = reader.isSet("UPTIME_KUMA_STATUS_PAGE");
        String byDefault = hasPage ? "status-page" : "";
        String value = reader.text(COMPONENTS, byDefault).toLowerCase(Locale.ROOT);
        if (PAGE_MODES.containsKey(value) && !hasPage) {
            reader.refuse(COMPONENTS, "is %s, which needs UPTIME_KUMA_STATUS_PAGE", value);
        }
        return PAGE_MODES.getOrDefault(value, ComponentResolver.Mode.NAMED);
    }

    private static List<Component> components(SettingsReader reader) {
        Map<String, Component> components = new LinkedHashMap<>();
        for (String part : reader.text(COMPONENTS, "").split(";", -1)) {
            if (part.isBlank() || PAGE_MODES.containsKey(part.strip().toLowerCase(Locale.ROOT))) {
                continue;
            }
            String[] nameAndIds = part.split("=", 2);
            String name = nameAndIds[0].strip();
            String id = ComponentResolver.toId(name);
            Set<MonitorId> ids = reader.monitorIds(COMPONENTS, nameAndIds[nameAndIds.length - 1]);
            if (nameAndIds.length != 2 || id.isEmpty() || name.length() > MAX_NAME || ids.isEmpty()) {
                reader.refuse(
                        COMPONENTS,
                        "has an entry that is not allowed; allowed is status-page, status-page-monitors, or"
                                + " Name=id,id;Name=id with names of 1 to %d characters",
                        MAX_NAME);
            } else if (components.put(id, new Component(id, name, ids)) != null) {
                reader.refuse(COMPONENTS, "has a name twice, or names that differ only in punctuation");
            }
        }
        if (components.size() > Component.MAX) {
            reader.refuse(COMPONENTS, "has %d components; at most %d are allowed", components.size(), Component.MAX);
        }
        return List.copyOf(components.values());
    }

    private static BackupPolicy backupPolicy(SettingsReader reader) {
        long maxAge = reader.wholeNumber("BACKUP_MAX_AGE_HOURS", 26, 1, 24 * 366);
        long failedAge = reader.wholeNumber("BACKUP_FAILED_AGE_HOURS", Math.max(50, maxAge), maxAge, 24 * 366);
        long minBytes = reader.wholeNumber("BACKUP_MIN_BYTES", 1024, 0, Long.MAX_VALUE);
        long forgetDays = reader.wholeNumber("BACKUP_FORGET_DAYS", 30, 1, 366);
        return new BackupPolicy(
                Duration.ofHours(maxAge), Duration.ofHours(failedAge), minBytes, Duration.ofDays(forgetDays));
    }

    private static PublicTexts texts(SettingsReader reader) {
        List<String> regions = reader.list("INFRASTRUCTURE_REGIONS");
        if (regions.size() > MAX_REGIONS || regions.stream().anyMatch(region -> region.length() > MAX_NAME)) {
            reader.refuse(
                    "INFRASTRUCTURE_REGIONS",
                    "allowed are at most %d regions of at most %d characters",
                    MAX_REGIONS,
                    MAX_NAME);
        }
        return new PublicTexts(
                reader.text("BACKUP_POLICY_TEXT", null, MAX_TEXT),
                reader.text("INFRASTRUCTURE_MODEL", null, MAX_TEXT),
                regions,
                reader.text("INFRASTRUCTURE_NOTES", null, MAX_TEXT),
                !reader.text("BACKUP_BUCKET", "").equalsIgnoreCase(NO_BUCKET));
    }
}
