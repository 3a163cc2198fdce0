package com.elytracloud.status.backup;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.BucketNames;
import com.elytracloud.status.objectstore.SpacesConfig;

/** Where the backups lie and how their keys tell the tenant. */
@Singleton
public final class BackupConfig implements SettingsSection {
    private static final int DEEPEST = 3;
    private static final String USUAL_FOLDER = "backups/";
    private static final int FORGOTTEN_AFTER = 30;
    private static final int LONGEST_MEMORY = 366;

    private final SettingsReader reader;
    private final String bucket;
    private final Tenants tenants;
    private final List<String> listed;
    private final KeyFilter filter;
    private final ManifestKey manifest;
    private final long forgetDays;

    /** Reads the section. */
    public BackupConfig(Variables variables) {
        reader = new SettingsReader(variables);
        bucket = readBucket();
        tenants = new Tenants(readPrefix(), Math.toIntExact(reader.wholeNumber("BACKUP_TENANT_DEPTH", 1, 0, DEEPEST)));
        listed = readListed();
        filter = new KeyFilter(reader.list("BACKUP_INCLUDE", ""), reader.list("BACKUP_EXCLUDE", ""));
        manifest = readManifest();
        forgetDays = reader.wholeNumber("BACKUP_FORGET_DAYS", FORGOTTEN_AFTER, 1, LONGEST_MEMORY);
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Purpose purpose) {
        return switch (purpose) {
            case READ_MONITORS, NOTICE, WATCH, ALERT -> false;
            case READ_BACKUPS, ASSESS, PUBLISH -> true;
        };
    }

    @Override
    public Set<String> insideNames() {
        // The folder of .env.example is in everybody's settings.
        String folder = tenants.prefix().equals(USUAL_FOLDER) ? "" : tenants.prefix();
        Set<String> names = new HashSet<>(List.of(bucket, folder, manifest.text()));
        names.addAll(listed);
        return names;
    }

    /** The bucket, empty if the operator has none to show. */
    Optional<String> bucket() {
        return bucket.equals(SpacesConfig.NO_BUCKET) ? Optional.empty() : Optional.of(bucket);
    }

    Tenants tenants() {
        return tenants;
    }

    /** The tenants by name, where the operator lists them; empty: whoever has a folder. */
    List<String> listed() {
        return listed;
    }

    /** Which objects are looked at. */
    KeyFilter filter() {
        return filter;
    }

    /** Where the backup job leaves its own result. */
    ManifestKey manifest() {
        return manifest;
    }

    /** How many days a tenant that is gone is missed. */
    long forgetDays() {
        return forgetDays;
    }

    /** Whether an object is looked at: no marker of a folder, no result of the job, and not left out by pattern. */
    boolean counts(String key) {
        return !key.endsWith("/") && !manifest.isOne(key) && filter.accepts(tenants.below(key));
    }

    /** Tells this bucket and folder from others, without naming them. */
    String place() {
        return Fingerprints.of(bucket, tenants.prefix(), String.valueOf(tenants.depth()));
    }

    private List<String> readListed() {
        List<String> names = reader.list("BACKUP_TENANTS", "").stream()
                .map(name -> name.replaceAll("^/+|/+$", ""))
                .distinct()
                .toList();
        if (names.contains("")) {
            reader.refuse(
                    "BACKUP_TENANTS", "holds a slash alone; allowed are the names of folders below BACKUP_PREFIX");
        }
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    private ManifestKey readManifest() {
        String key = reader.text("BACKUP_MANIFEST_KEY", "").replaceFirst("^/+", "");
        if (key.endsWith("/")) {
            reader.refuse("BACKUP_MANIFEST_KEY", "is '%s', a folder; allowed is the key of an object".formatted(key));
            return ManifestKey.NONE;
        }
        return new ManifestKey(key);
    }

    private String readBucket() {
        String name = reader.required(
                "BACKUP_BUCKET", "the bucket of the backups, or 'none' if there are no backups to show");
        // The site's bucket is readable by everyone, and what is published must never lie beside what is kept.
        if (!name.isEmpty() && name.equals(reader.text("STATUS_BUCKET", ""))) {
            reader.refuse("BACKUP_BUCKET", "is '%s', as STATUS_BUCKET is; the site needs its own".formatted(name));
        }
        return BucketNames.check(reader, "BACKUP_BUCKET", name);
    }

    // A folder, so that backups-of-another-thing/ is not taken for backups/; a lone slash is the whole bucket.
    private String readPrefix() {
        String folder = reader.text("BACKUP_PREFIX", USUAL_FOLDER).replaceAll("^/+|/+$", "");
        return folder.isEmpty() ? "" : folder + "/";
    }
}
