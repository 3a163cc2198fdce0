package com.elytracloud.status.state;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.BucketSettings;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.S3Access;
import com.elytracloud.status.publish.PublishConfig;
import com.elytracloud.status.publish.PublishConfig.Target;

/** Where the state of the runs and the operators' incidents are stored; no one but us may read them. */
@Singleton
public final class StateConfig implements SettingsSection {
    private final SettingsReader reader;
    private final PublishConfig site;
    private final Place place;
    private final Path folder;
    private final String bucket;
    private final String key;
    private final S3Access accessOrNull;

    /** Reads the section. */
    public StateConfig(Variables variables, PublishConfig site) {
        reader = new SettingsReader(variables);
        this.site = site;
        place = readPlace();
        folder = readFolder();
        bucket = switch (place) {
            case OWN_BUCKET -> BucketSettings.name(reader, "STATE_BUCKET", reader.text("STATE_BUCKET", ""));
            case BESIDE_SITE -> site.bucket();
            case FOLDER -> "";
        };
        key = BucketSettings.key(reader, "STATE_KEY", "state/elytra-status.json");
        if (place != Place.FOLDER && bucket.equals(site.bucket()) && key.equals(site.key())) {
            reader.refuse("STATE_KEY", "is '%s', as STATUS_BUCKET_KEY is".formatted(key));
        }
        accessOrNull = place != Place.OWN_BUCKET ? null : reader.isSet("STATE_ENDPOINT") ? atEndpoint() : atAws();
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return switch (capability) {
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

    /** The key of another private object. */
    String keyBeside(String name) {
        return key.substring(0, key.lastIndexOf('/') + 1) + name;
    }

    /** The key of the state; the other private objects are stored next to it. */
    String key() {
        return key;
    }

    /** The name of the state in the private store. */
    String name() {
        return place == Place.FOLDER ? "state.json" : key.substring(key.lastIndexOf('/') + 1);
    }

    /** Access to the bucket if it is one of its own. */
    S3Access access() {
        return accessOrNull;
    }

    /** How conditions are sent to the storage of the state. */
    ConditionalWrites conditions(URI siteEndpoint) {
        return site.conditionsAt(accessOrNull == null ? siteEndpoint : accessOrNull.endpoint());
    }

    private Place readPlace() {
        if (reader.isSet("STATE_BUCKET")) {
            return Place.OWN_BUCKET;
        }
        if (reader.isSet("STATE_ENDPOINT")) {
            reader.refuse("STATE_ENDPOINT", "is set without STATE_BUCKET");
        }
        return reader.isSet("STATE_DIR") || site.target() != Target.BUCKET ? Place.FOLDER : Place.BESIDE_SITE;
    }

    private Path readFolder() {
        String chosen = reader.text("STATE_DIR", "");
        if (!chosen.isEmpty() && place == Place.OWN_BUCKET) {
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

    private S3Access atEndpoint() {
        if (reader.secret("SPACES_ACCESS_KEY").isEmpty()
                || reader.secret("SPACES_SECRET_KEY").isEmpty()) {
            reader.refuse("STATE_ENDPOINT", "is set without SPACES_ACCESS_KEY and SPACES_SECRET_KEY");
        }
        URI endpoint =
                BucketSettings.endpoint(reader, "STATE_ENDPOINT", reader.requiredAddress("STATE_ENDPOINT", "set"));
        String region = S3Access.regionOf(endpoint).orElse(reader.text("SPACES_REGION", BucketSettings.REGION));
        return S3Access.byKey(
                endpoint, region, () -> reader.secret("SPACES_ACCESS_KEY"), () -> reader.secret("SPACES_SECRET_KEY"));
    }

    private S3Access atAws() {
        String region = reader.required(
                "AWS_REGION", "the region of STATE_BUCKET at AWS; for a bucket elsewhere set STATE_ENDPOINT");
        return S3Access.atAws(
                region.isEmpty() ? BucketSettings.REGION : BucketSettings.region(reader, "AWS_REGION", region),
                reader.secret("AWS_ACCESS_KEY_ID"),
                reader.secret("AWS_SECRET_ACCESS_KEY"),
                reader.secret("AWS_SESSION_TOKEN"));
    }

    /** What stores the state. */
    enum Place {
        /** A bucket at AWS, or with STATE_ENDPOINT at another storage. */
        OWN_BUCKET,
        /** The bucket of the site, as private objects. */
        BESIDE_SITE,
        FOLDER
    }
}
