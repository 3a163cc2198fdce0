package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.assess.SeriesNames;
import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.RunConfig;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.BackupPattern;

/** Where the backups are stored and how their keys name the customer. */
@Singleton
public final class BackupConfig implements SettingsSection {
    private static final String USUAL_FOLDER = "backups/";

    private final SettingsReader reader;
    private final String bucket;
    private final String prefix;
    private final List<BackupPattern> patterns;
    private final SeriesNames names;
    private final List<String> listed;
    private final KeyFilter filter;
    private final ManifestKey manifest;

    /** Reads the section. */
    public BackupConfig(Variables variables) {
        reader = new SettingsReader(variables);
        bucket = readBucket();
        prefix = readPrefix();
        patterns = readPatterns();
        names = new SeriesNames(patterns);
        if (reader.isSet("BACKUP_TENANT_DEPTH")) {
            reader.refuse("BACKUP_TENANT_DEPTH", "has no meaning any more; remove it, or use BACKUP_PATTERN");
        }
        listed = readListed();
        filter = new KeyFilter(reader.list("BACKUP_INCLUDE", ""), reader.list("BACKUP_EXCLUDE", ""));
        manifest = readManifest();
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return switch (capability) {
            case READ_MONITORS, ANNOUNCE, WATCH, ALERT -> false;
            case READ_BACKUPS, ASSESS, PUBLISH -> true;
        };
    }

    @Override
    public Set<String> internalNames() {
        // The folder of .env.example is in everybody's settings.
        String folder = prefix.equals(USUAL_FOLDER) ? "" : prefix;
        Set<String> names = new HashSet<>(List.of(bucket, folder, manifest.text()));
        names.addAll(listed);
        return names;
    }

    /** The bucket, empty if the operator has none to show. */
    Optional<String> bucket() {
        return bucket.equalsIgnoreCase(RunConfig.NO_BUCKET) ? Optional.empty() : Optional.of(bucket);
    }

    /** Begins every key of a backup: empty or with a slash at the end. */
    String prefix() {
        return prefix;
    }

    /** How keys become series. */
    SeriesNames names() {
        return names;
    }

    /** A key without the prefix. */
    String below(String key) {
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    /** The prefix one level below that a key is stored in, with a slash at the end; empty if in none. */
    String firstFolder(String key) {
        int slash = key.indexOf('/', prefix.length());
        return key.startsWith(prefix) && slash >= 0 ? key.substring(0, slash + 1) : "";
    }

    /** Whether all of a customer is stored in this folder and nobody else. */
    boolean isCustomerFolder(String folder, Instant now) {
        return patterns.isEmpty()
                && !folder.isEmpty()
                && names.of(folder + "/x", now).customer().equals(folder);
    }

    /** The customers that must have backups. */
    List<String> listed() {
        return listed;
    }

    /** Where the backup job leaves its own result. */
    ManifestKey manifest() {
        return manifest;
    }

    /** Whether an object is checked: not a folder marker, not the result of the job, and not excluded by pattern. */
    boolean counts(String key) {
        return !key.endsWith("/") && !manifest.isOne(key) && filter.accepts(below(key));
    }

    /** Differs for another bucket, prefix, pattern or other rules of naming series, without naming them. */
    String source() {
        return Integer.toHexString(Objects.hash(bucket, prefix, patterns.toString())) + "-" + SeriesNames.RULES;
    }

    private List<String> readListed() {
        List<String> names = reader.list("BACKUP_TENANTS", "").stream()
                .map(name -> name.replaceAll("^/+|/+$", ""))
                .distinct()
                .toList();
        if (names.contains("")) {
            reader.refuse("BACKUP_TENANTS", "holds a slash alone; allowed are the names of customers");
        }
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    private List<BackupPattern> readPatterns() {
        List<BackupPattern> read = new ArrayList<>();
        for (String text : reader.text("BACKUP_PATTERN", "").split(";", -1)) {
            try {
                if (!text.isBlank()) {
                    read.add(BackupPattern.of(text.strip()));
                }
            } catch (IllegalArgumentException e) {
                reader.refuse(
                        "BACKUP_PATTERN",
                        "'%s' %s; allowed are {customer} once, {series} once, {date}, * and **, several separated by ';'"
                                .formatted(text.strip(), e.getMessage()));
            }
        }
        return read;
    }

    private ManifestKey readManifest() {
        String key = reader.text("BACKUP_MANIFEST_KEY", "").replaceFirst("^/+", "");
        if (key.endsWith("/")) {
            reader.refuse("BACKUP_MANIFEST_KEY", "is '%s', a folder; allowed is the key of an object".formatted(key));
            return ManifestKey.NONE;
        }
        return ManifestKey.of(key);
    }

    private String readBucket() {
        String name = reader.required(
                "BACKUP_BUCKET", "the bucket of the backups, or 'none' if there are no backups to show");
        // Everyone can read the site's bucket, so backups must never be stored in it.
        if (!name.isEmpty() && name.equals(reader.text("STATUS_BUCKET", ""))) {
            reader.refuse("BACKUP_BUCKET", "is '%s', as STATUS_BUCKET is; the site needs its own".formatted(name));
        }
        return name;
    }

    // A folder, so that backups-of-another-thing/ is not taken for backups/; a lone slash is the whole bucket.
    private String readPrefix() {
        String folder = reader.text("BACKUP_PREFIX", USUAL_FOLDER).replaceAll("^/+|/+$", "");
        return folder.isEmpty() ? "" : folder + "/";
    }
}
