package com.elytracloud.status.state;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.BucketNames;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.Endpoints;
import com.elytracloud.status.objectstore.S3Access;
import com.elytracloud.status.publish.PublishConfig;
import com.elytracloud.status.publish.PublishConfig.Target;

/** Where the state of the runs and the operators' incidents are stored; no one but us may read them. */
@Singleton
public final class StateConfig implements SettingsSection {
    private static final String DEFAULT_REGION = "us-east-1";

    private final SettingsReader reader;
    private final PublishConfig site;
    private final Place place;
    private final Path folder;
    private final String bucket;
    private final String key;
    private final URI endpoint;
    private final String region;
    private final Secret keyId;
    private final Secret keySecret;
    private final Secret sessionToken;

    /** Reads the section. */
    public StateConfig(Variables variables, PublishConfig site) {
        reader = new SettingsReader(variables);
        this.site = site;
        place = readPlace();
        folder = readFolder();
        bucket = readBucket();
        key = readKey();
        endpoint = place == Place.ENDPOINT
                ? reader.address("STATE_ENDPOINT")
                        .map(address -> Endpoints.check(reader, "STATE_ENDPOINT", address))
                        .orElse(null)
                : null;
        region = readRegion();
        keyId = reader.secret(place == Place.AWS ? "AWS_ACCESS_KEY_ID" : "SPACES_ACCESS_KEY");
        keySecret = reader.secret(place == Place.AWS ? "AWS_SECRET_ACCESS_KEY" : "SPACES_SECRET_KEY");
        sessionToken = reader.secret("AWS_SESSION_TOKEN");
        refuseWithoutCredentials();
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability purpose) {
        return switch (purpose) {
            case READ_MONITORS, READ_BACKUPS, ASSESS, WATCH, ALERT -> false;
            case ANNOUNCE, PUBLISH -> true;
        };
    }

    @Override
    public Set<Secret> secrets() {
        return reader.secrets();
    }

    @Override
    public Set<String> internalNames() {
        return Set.of(bucket);
    }

    Place place() {
        return place;
    }

    /** The folder, where it is the place. */
    Path folder() {
        return folder;
    }

    /** The bucket, where one is the place. */
    String bucket() {
        return bucket;
    }

    /** The key of the state; the other private objects are stored next to it. */
    String key() {
        return key;
    }

    /** The name of the state in the private store. */
    String name() {
        return place == Place.FOLDER ? "state.json" : key.substring(key.lastIndexOf('/') + 1);
    }

    /** Access to the bucket if it is not the site's. */
    S3Access access() {
        if (endpoint != null) {
            return S3Access.byKey(
                    endpoint,
                    region,
                    () -> reader.secret("SPACES_ACCESS_KEY"),
                    () -> reader.secret("SPACES_SECRET_KEY"));
        }
        return keyId.isEmpty()
                ? S3Access.byPlatform(region)
                : S3Access.bySession(region, keyId, keySecret, sessionToken);
    }

    /** How conditions are sent to the storage of the state. */
    ConditionalWrites conditions(URI siteEndpoint) {
        return site.conditionsAt(
                switch (place) {
                    case AWS, ENDPOINT -> access().endpoint();
                    case BESIDE_SITE, FOLDER -> siteEndpoint;
                });
    }

    private Place readPlace() {
        if (reader.isSet("STATE_BUCKET")) {
            return reader.isSet("STATE_ENDPOINT") ? Place.ENDPOINT : Place.AWS;
        }
        if (reader.isSet("STATE_ENDPOINT")) {
            reader.refuse("STATE_ENDPOINT", "is set without STATE_BUCKET");
        }
        return reader.isSet("STATE_DIR") || site.target() != Target.BUCKET ? Place.FOLDER : Place.BESIDE_SITE;
    }

    private Path readFolder() {
        String chosen = reader.text("STATE_DIR", "");
        if (!chosen.isEmpty() && reader.isSet("STATE_BUCKET")) {
            reader.refuse("STATE_DIR", "is set and STATE_BUCKET too; allowed is one of them");
        }
        try {
            // Next to and not within the published site, which everyone may read.
            Path byDefault = Path.of(site.output().normalize() + ".state");
            return chosen.isEmpty() ? byDefault : Path.of(chosen).toAbsolutePath();
        } catch (InvalidPathException e) {
            reader.refuse("STATE_DIR", "is '%s', which is no path".formatted(chosen));
            return Path.of("").toAbsolutePath();
        }
    }

    private String readBucket() {
        return switch (place) {
            case AWS, ENDPOINT -> BucketNames.check(reader, "STATE_BUCKET", reader.text("STATE_BUCKET", ""));
            case BESIDE_SITE -> site.bucket();
            case FOLDER -> "";
        };
    }

    private String readKey() {
        String chosen = reader.text("STATE_KEY", "state/elytra-status.json").replaceFirst("^/+", "");
        if (!PublishConfig.isKey(chosen)) {
            reader.refuse(
                    "STATE_KEY", "is '%s'; allowed is a file's name, with folders before it or not".formatted(chosen));
        }
        if (place != Place.FOLDER && bucket.equals(site.bucket()) && chosen.equals(site.key())) {
            reader.refuse("STATE_KEY", "is '%s', as STATUS_BUCKET_KEY is".formatted(chosen));
        }
        return chosen;
    }

    private String readRegion() {
        if (place == Place.AWS) {
            String chosen = reader.required(
                    "AWS_REGION", "the region of STATE_BUCKET at AWS; for a bucket elsewhere set STATE_ENDPOINT");
            if (chosen.isEmpty() || S3Access.isRegion(chosen)) {
                return chosen.isEmpty() ? DEFAULT_REGION : chosen;
            }
            reader.refuse("AWS_REGION", "is '%s'; allowed is a region such as us-east-1".formatted(chosen));
            return DEFAULT_REGION;
        }
        return Optional.ofNullable(endpoint)
                .flatMap(S3Access::regionOf)
                .orElseGet(() -> reader.text("SPACES_REGION", DEFAULT_REGION));
    }

    private void refuseWithoutCredentials() {
        boolean byKey = !keyId.isEmpty() && !keySecret.isEmpty();
        if (place == Place.AWS && !byKey && !reader.isSet("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            reader.refuse(
                    "STATE_BUCKET",
                    "is at AWS, but the environment holds no AWS credentials; on Lambda it does,"
                            + " and for a bucket elsewhere set STATE_ENDPOINT");
        }
        if (place == Place.ENDPOINT && !byKey) {
            reader.refuse("STATE_ENDPOINT", "is set without SPACES_ACCESS_KEY and SPACES_SECRET_KEY");
        }
    }

    /** What stores the state. */
    enum Place {
        /** A bucket of AWS S3, entered by the function's own credentials. */
        AWS,
        /** A bucket of another storage, entered by the key of the site's. */
        ENDPOINT,
        /** The bucket of the site, as private objects. */
        BESIDE_SITE,
        FOLDER
    }
}
