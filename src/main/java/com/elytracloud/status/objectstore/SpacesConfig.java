package com.elytracloud.status.objectstore;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.RunConfig;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/**
 * The access to the object storage; needed only to read or write a bucket.
 *
 * @param endpoint where the storage is
 */
@Singleton
public record SpacesConfig(SettingsReader reader, URI endpoint) implements SettingsSection {
    /** Reads the section. */
    @Inject
    public SpacesConfig(Variables variables) {
        this(new SettingsReader(variables, neededFor(new SettingsReader(variables, Set.of()))));
        if (!isByRole()) {
            reader.required(S3Access.ID, "the id of the storage's access key; at AWS it may be left out for a role");
            reader.required(
                    S3Access.SECRET, "the secret of the storage's access key; at AWS it may be left out for a role");
        }
        region();
        reader.secret(S3Access.ID);
        reader.secret(S3Access.SECRET);
        reader.internal(endpoint.getAuthority(), endpoint.getHost());
    }

    private SpacesConfig(SettingsReader reader) {
        this(
                reader,
                BucketSettings.endpoint(
                        reader,
                        "SPACES_ENDPOINT",
                        "the address of the object storage, such as https://nyc3.digitaloceanspaces.com"));
    }

    private static Set<Capability> neededFor(SettingsReader reader) {
        Set<Capability> needs = EnumSet.noneOf(Capability.class);
        if (!reader.text("BACKUP_BUCKET", "").equalsIgnoreCase(RunConfig.NO_BUCKET)) {
            needs.addAll(Set.of(Capability.READ_BACKUPS, Capability.ASSESS, Capability.PUBLISH));
        }
        if (!reader.isSet("OUTPUT_DIR") && !reader.isSet("OUTPUT_FILE")) {
            needs.addAll(Set.of(Capability.ANNOUNCE, Capability.PUBLISH));
        }
        return needs;
    }

    /** How to access the storage. */
    public S3Access access() {
        return isByRole() ? S3Access.byRole(endpoint, region()) : S3Access.byKey(endpoint, region(), reader);
    }

    private String region() {
        String byDefault = S3Access.regionOf(endpoint).orElse(BucketSettings.REGION);
        return BucketSettings.region(reader, "SPACES_REGION", byDefault);
    }

    private boolean isByRole() {
        return S3Access.isAws(endpoint) && !reader.isSet(S3Access.ID) && !reader.isSet(S3Access.SECRET);
    }
}
