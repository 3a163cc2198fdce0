package com.elytracloud.status.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.inject.Produces;
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
public final class RunConfig implements SettingsSection {
    /** The value of {@code BACKUP_BUCKET} by which an operator says that there are no backups to show. */
    public static final String NO_BUCKET = "none";

    private static final String COMPONENTS = "COMPONENTS";
    private static final Set<String> MODES = Set.of("status-page", "status-page-monitors");

    private static final int MAX_TEXT = 300;
    private static final int MAX_NAME = 60;
    private static final int MAX_REGIONS = 20;

    private final SettingsReader reader;
    private final RunSettings settings;

    /** Reads the section. */
    public RunConfig(Variables variables) {
        reader = new SettingsReader(variables);
        settings = new RunSettings(
                new Assessor.Rules(
                        scope(),
                        components(),
                        mode(),
                        backupPolicy(),
                        SiteLanguage.productTexts(SiteLanguage.read(new SettingsReader(variables)))),
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

    /** Which monitors count, for a source that must request each of them. */
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
    public boolean servesFor(Capability capability) {
        return capability != Capability.WATCH && capability != Capability.ALERT;
    }

    private MonitorScope scope() {
        Set<MonitorId> only = reader.monitorIds("MONITOR_IDS");
        Set<MonitorId> critical = reader.monitorIds("CRITICAL_MONITOR_IDS");
        Set<MonitorId> controls = reader.monitorIds("CONTROL_MONITOR_IDS");
        if (!only.isEmpty() && !only.containsAll(critical)) {
            reader.refuse("CRITICAL_MONITOR_IDS", "has an id that is not in MONITOR_IDS");
        }
        if (!Collections.disjoint(critical, controls)) {
            reader.refuse("CONTROL_MONITOR_IDS", "has an id that is also in CRITICAL_MONITOR_IDS");
        }
        return new MonitorScope(only, critical, controls, weights(), ownSite());
    }

    private Map<MonitorId, Integer> weights() {
        String variable = "MONITOR_WEIGHTS";
        Map<MonitorId, Integer> weights = new HashMap<>();
        for (String part : reader.list(variable, "")) {
            String[] idAndWeight = part.split("\\s*=\\s*", 2);
            if (idAndWeight.length != 2 || !idAndWeight[1].matches("[1-9]\\d{0,3}")) {
                reader.refuse(variable, "has an entry other than id=weight with a weight from 1 to 9999");
                continue;
            }
            reader.monitorId(variable, idAndWeight[0]).ifPresent(id -> {
                if (weights.put(id, Integer.valueOf(idAndWeight[1])) != null) {
                    reader.refuse(variable, "gives %s a weight twice".formatted(id));
                }
            });
        }
        return weights;
    }

    private String ownSite() {
        return reader.address("STATUS_PUBLIC_URL").map(RunConfig::folder).orElse("");
    }

    // Everything next to status.json belongs to the site too; an address without a file name is the folder itself.
    private static String folder(URI url) {
        String path = url.getPath();
        boolean namesFile = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        return namesFile ? url.resolve(".").toString() : url + "/";
    }

    // A configured page of Uptime Kuma already has names that its owner chose for readers.
    private ComponentResolver.Mode mode() {
        boolean hasPage = reader.isSet("UPTIME_KUMA_STATUS_PAGE");
        String value = reader.text(COMPONENTS, "").toLowerCase(Locale.ROOT);
        if (MODES.contains(value) && !hasPage) {
            reader.refuse(COMPONENTS, "is '%s', which needs UPTIME_KUMA_STATUS_PAGE".formatted(value));
        }
        return switch (value) {
            case "status-page-monitors" -> ComponentResolver.Mode.PAGE_MONITORS;
            case "status-page" -> ComponentResolver.Mode.PAGE_GROUPS;
            case "" -> hasPage ? ComponentResolver.Mode.PAGE_GROUPS : ComponentResolver.Mode.NAMED;
            default -> ComponentResolver.Mode.NAMED;
        };
    }

    private List<Component> components() {
        List<Component> components = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String part : reader.text(COMPONENTS, "").split(";", -1)) {
            if (part.isBlank() || MODES.contains(part.strip().toLowerCase(Locale.ROOT))) {
                continue;
            }
            String[] nameAndIds = part.split("=", 2);
            String name = nameAndIds[0].strip();
            String id = ComponentResolver.toId(name);
            if (nameAndIds.length != 2 || id.isEmpty() || name.length() > MAX_NAME) {
                reader.refuse(
                        COMPONENTS,
                        "has an entry that is not allowed; allowed is status-page, status-page-monitors, or"
                                + " Name=id,id;Name=id with names of 1 to %d characters".formatted(MAX_NAME));
            } else if (!taken.add(id)) {
                reader.refuse(COMPONENTS, "has a name twice, or names that differ only in punctuation");
            } else {
                Set<MonitorId> ids = reader.monitorIds(COMPONENTS, nameAndIds[1]);
                if (ids.isEmpty()) {
                    reader.refuse(COMPONENTS, "has a name without a monitor id");
                }
                components.add(new Component(id, name, ids));
            }
        }
        if (components.size() > Component.MAX) {
            reader.refuse(
                    COMPONENTS,
                    "has %d components; at most %d are allowed".formatted(components.size(), Component.MAX));
        }
        return components;
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
        List<String> regions = reader.list("INFRASTRUCTURE_REGIONS", "");
        if (regions.size() > MAX_REGIONS || regions.stream().anyMatch(region -> region.length() > MAX_NAME)) {
            reader.refuse(
                    "INFRASTRUCTURE_REGIONS",
                    "allowed are at most %d regions of at most %d characters".formatted(MAX_REGIONS, MAX_NAME));
        }
        boolean hasBackups = !reader.text("BACKUP_BUCKET", "").equalsIgnoreCase(NO_BUCKET);
        return new PublicTexts(
                textOrNull("BACKUP_POLICY_TEXT"),
                textOrNull("INFRASTRUCTURE_MODEL"),
                regions,
                textOrNull("INFRASTRUCTURE_NOTES"),
                hasBackups);
    }

    private String textOrNull(String variable) {
        String text = reader.text(variable, "", MAX_TEXT);
        return text.isBlank() ? null : text;
    }
}
