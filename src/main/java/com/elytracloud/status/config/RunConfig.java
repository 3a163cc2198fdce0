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
    private static final String COMPONENTS = "COMPONENTS";
    private static final String STATUS_PAGE = "status-page";
    private static final String STATUS_PAGE_MONITORS = "status-page-monitors";

    private static final int MAX_TEXT = 300;
    private static final int MAX_NAME = 60;
    private static final int MAX_REGIONS = 20;

    private final SettingsReader reader;
    private final RunSettings settings;

    /** Reads the section. */
    public RunConfig(Variables variables) {
        reader = new SettingsReader(variables);
        settings = new RunSettings(
                new Assessor.Rules(scope(), components(), mode(variables), backupPolicy()),
                texts(variables),
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
    public boolean servesFor(Capability purpose) {
        return switch (purpose) {
            case READ_MONITORS, READ_BACKUPS, ASSESS, ANNOUNCE, PUBLISH -> true;
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

    // Everything next to status.json belongs to the site too; an address without a file name is the folder itself.
    private static String folder(URI url) {
        String path = url.getPath();
        boolean namesFile = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        return namesFile ? url.resolve(".").toString() : url + "/";
    }

    // A configured page of Uptime Kuma already has names that its owner chose for readers.
    private ComponentResolver.Mode mode(Variables variables) {
        boolean hasPage = variables
                .find("UPTIME_KUMA_STATUS_PAGE")
                .filter(page -> !page.isBlank())
                .isPresent();
        String value = reader.text(COMPONENTS, "").strip().toLowerCase(Locale.ROOT);
        boolean isOfPage = value.equals(STATUS_PAGE) || value.equals(STATUS_PAGE_MONITORS);
        if (isOfPage && !hasPage) {
            reader.refuse(COMPONENTS, "is '%s', which needs UPTIME_KUMA_STATUS_PAGE".formatted(value));
        }
        if (value.equals(STATUS_PAGE_MONITORS)) {
            return ComponentResolver.Mode.PAGE_MONITORS;
        }
        boolean isDefault = value.isEmpty() && hasPage;
        return value.equals(STATUS_PAGE) || isDefault
                ? ComponentResolver.Mode.PAGE_GROUPS
                : ComponentResolver.Mode.NAMED;
    }

    private static boolean isMode(String value) {
        return value.equalsIgnoreCase(STATUS_PAGE) || value.equalsIgnoreCase(STATUS_PAGE_MONITORS);
    }

    private List<Component> components() {
        String variable = COMPONENTS;
        List<Component> components = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String part : reader.text(variable, "").split(";", -1)) {
            if (part.isBlank() || isMode(part.strip())) {
                continue;
            }
            String[] nameAndIds = part.split("=", 2);
            String name = nameAndIds[0].strip();
            String id = ComponentResolver.toId(name);
            if (nameAndIds.length != 2 || id.isEmpty() || name.length() > MAX_NAME) {
                reader.refuse(
                        variable,
                        "has an entry that is not allowed; allowed is status-page, status-page-monitors, or"
                                + " Name=id,id;Name=id with names of 1 to %d characters".formatted(MAX_NAME));
            } else if (!taken.add(id)) {
                reader.refuse(variable, "has a name twice, or names that differ only in punctuation");
            } else {
                components.add(new Component(id, name, componentIds(variable, nameAndIds[1])));
            }
        }
        if (components.size() > Component.MAX) {
            reader.refuse(
                    variable, "has %d components; at most %d are allowed".formatted(components.size(), Component.MAX));
        }
        return components;
    }

    private Set<MonitorId> componentIds(String variable, String list) {
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

    private PublicTexts texts(Variables variables) {
        List<String> regions = reader.list("INFRASTRUCTURE_REGIONS", "");
        if (regions.size() > MAX_REGIONS || regions.stream().anyMatch(region -> region.length() > MAX_NAME)) {
            reader.refuse(
                    "INFRASTRUCTURE_REGIONS",
                    "allowed are at most %d regions of at most %d characters".formatted(MAX_REGIONS, MAX_NAME));
        }
        boolean hasBackups = variables
                .find("BACKUP_BUCKET")
                .filter(each -> each.strip().equalsIgnoreCase("none"))
                .isEmpty();
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
