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

    private final SettingsReader reader;
    private final String bucket;
    private final Tenants tenants;

    /** Reads the section. */
    public BackupConfig(Variables variables) {
        reader = new SettingsReader(variables);
        bucket = readBucket();
        tenants = new Tenants(readPrefix(), Math.toIntExact(reader.wholeNumber("BACKUP_TENANT_DEPTH", 1, 0, DEEPEST)));
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
        return new HashSet<>(List.of(bucket, folder));
    }

    /** The bucket, empty if the operator has none to show. */
    Optional<String> bucket() {
        return bucket.equals(SpacesConfig.NO_BUCKET) ? Optional.empty() : Optional.of(bucket);
    }

    Tenants tenants() {
        return tenants;
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
