package com.elytracloud.status.objectstore;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** The endpoint and the access key of the object storage; needed only to read or write a bucket. */
@Singleton
public final class SpacesConfig implements SettingsSection {
    /** The value of {@code BACKUP_BUCKET} by which an operator says that there are no backups to show. */
    public static final String NO_BUCKET = "none";

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
        readsBucket = !reader.text("BACKUP_BUCKET", "").equals(NO_BUCKET);
        writesBucket = !reader.isSet("OUTPUT_DIR") && !reader.isSet("OUTPUT_FILE");
        endpoint = readEndpoint();
        region = readRegion();
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
    public boolean servesFor(Capability purpose) {
        return switch (purpose) {
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

    private URI readEndpoint() {
        return Endpoints.check(
                reader,
                "SPACES_ENDPOINT",
                reader.requiredAddress(
                        "SPACES_ENDPOINT",
                        "the address of the object storage, such as https://nyc3.digitaloceanspaces.com"));
    }

    private String readRegion() {
        String chosen = reader.text("SPACES_REGION", S3Access.regionOf(endpoint).orElse("us-east-1"));
        if (!S3Access.isRegion(chosen)) {
            reader.refuse("SPACES_REGION", "is '%s'; allowed is a region such as nyc3 or us-east-1".formatted(chosen));
        }
        return chosen;
    }
}
