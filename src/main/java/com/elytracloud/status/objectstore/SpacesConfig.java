package com.elytracloud.status.objectstore;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.RunConfig;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** The endpoint and the access key of the object storage; needed only to read or write a bucket. */
@Singleton
public final class SpacesConfig implements SettingsSection {
    private static final String ID = "SPACES_ACCESS_KEY";
    private static final String SECRET = "SPACES_SECRET_KEY";

    private final SettingsReader reader;
    private final boolean readsBucket;
    private final boolean writesBucket;
    private final URI endpoint;
    private final String region;
    private final boolean byRole;

    /** Reads the section. */
    public SpacesConfig(Variables variables) {
        reader = new SettingsReader(variables);
        readsBucket = !reader.text("BACKUP_BUCKET", "").equalsIgnoreCase(RunConfig.NO_BUCKET);
        writesBucket = !reader.isSet("OUTPUT_DIR") && !reader.isSet("OUTPUT_FILE");
        endpoint = BucketSettings.endpoint(
                reader,
                "SPACES_ENDPOINT",
                reader.requiredAddress(
                        "SPACES_ENDPOINT",
                        "the address of the object storage, such as https://nyc3.digitaloceanspaces.com"));
        region = BucketSettings.region(
                reader,
                "SPACES_REGION",
                reader.text("SPACES_REGION", S3Access.regionOf(endpoint).orElse(BucketSettings.REGION)));
        byRole = S3Access.isAws(endpoint) && !reader.isSet(ID) && !reader.isSet(SECRET);
        if (!byRole) {
            reader.requiredSecret(ID, "the id of the storage's access key; at AWS it may be left out for a role");
            reader.requiredSecret(
                    SECRET, "the secret of the storage's access key; at AWS it may be left out for a role");
        }
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return switch (capability) {
            case READ_MONITORS, WATCH, ALERT -> false;
            case READ_BACKUPS, ASSESS -> readsBucket;
            case ANNOUNCE -> writesBucket;
            case PUBLISH -> readsBucket || writesBucket;
        };
    }

    @Override
    public Set<Secret> secrets() {
        return reader.secrets();
    }

    @Override
    public Set<String> internalNames() {
        return new HashSet<>(List.of(endpoint.getAuthority(), endpoint.getHost()));
    }

    /** Where the storage is. */
    public URI endpoint() {
        return endpoint;
    }

    /** How to access the storage. */
    public S3Access access() {
        if (byRole) {
            return S3Access.byRole(endpoint, region);
        }
        return S3Access.byKey(endpoint, region, () -> reader.secret(ID), () -> reader.secret(SECRET));
    }
}
