package com.elytracloud.status.state;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.BucketSettings;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.S3Access;
import com.elytracloud.status.publish.PublishConfig;
import com.elytracloud.status.publish.PublishConfig.Target;

/**
 * Where the state of the runs and the operators' incidents are stored; no one but us may read them.
 *
 * @param folder where it is the place
 * @param bucket where one is the place, else empty
 * @param key the key of the state; the other private objects are stored next to it
 * @param access to the bucket if it is one of its own, else null
 */
@Singleton
public record StateConfig(
        SettingsReader reader, PublishConfig site, Place place, Path folder, String bucket, String key, S3Access access)
        implements SettingsSection {

    /** What stores the state. */
    enum Place {
        /** A bucket at AWS, or with STATE_ENDPOINT at another storage. */
        OWN_BUCKET("STATE_BUCKET"),
        /** The bucket of the site, as private objects. */
        BESIDE_SITE("STATUS_BUCKET"),
        FOLDER("STATE_DIR");

        final String variable;

        Place(String variable) {
            this.variable = variable;
        }
    }

    /** Reads the section. */
    @Inject
    public StateConfig(Variables variables, PublishConfig site) {
        this(new SettingsReader(variables, Set.of(Capability.ANNOUNCE, Capability.PUBLISH)), site);
        if (place != Place.OWN_BUCKET && reader.isSet("STATE_ENDPOINT")) {
            reader.refuse("STATE_ENDPOINT", "is set without STATE_BUCKET");
        }
        if (place == Place.OWN_BUCKET && reader.isSet("STATE_DIR")) {
            reader.refuse("STATE_DIR", "is set and STATE_BUCKET too; allowed is one of them");
        }
        if (place != Place.FOLDER && bucket.equals(site.bucket()) && key.equals(site.key())) {
            reader.refuse("STATE_KEY", "is the same as STATUS_BUCKET_KEY; allowed is another key");
        }
        reader.internal(bucket);
    }

    private StateConfig(SettingsReader reader, PublishConfig site) {
        this(
                reader,
                site,
                place(reader, site),
                // Next to and not within the published site, which everyone may read.
                reader.path("STATE_DIR", Path.of(site.output().normalize() + ".state")),
                reader.isSet("STATE_BUCKET") ? BucketSettings.name(reader, "STATE_BUCKET") : site.bucket(),
                BucketSettings.key(reader, "STATE_KEY", "state/elytra-status.json"),
                reader.isSet("STATE_BUCKET") ? ownAccess(reader) : null);
    }

    private static Place place(SettingsReader reader, PublishConfig site) {
        if (reader.isSet("STATE_BUCKET")) {
            return Place.OWN_BUCKET;
        }
        return reader.isSet("STATE_DIR") || site.target() != Target.BUCKET ? Place.FOLDER : Place.BESIDE_SITE;
    }

    private static S3Access ownAccess(SettingsReader reader) {
        if (!reader.isSet("STATE_ENDPOINT")) {
            reader.required(
                    "AWS_REGION", "the region of STATE_BUCKET at AWS; for a bucket elsewhere set STATE_ENDPOINT");
            return S3Access.atAws(BucketSettings.region(reader, "AWS_REGION", BucketSettings.REGION), reader);
        }
        if (reader.secret("SPACES_ACCESS_KEY").isEmpty()
                || reader.secret("SPACES_SECRET_KEY").isEmpty()) {
            reader.refuse("STATE_ENDPOINT", "is set without SPACES_ACCESS_KEY and SPACES_SECRET_KEY");
        }
        URI endpoint = BucketSettings.endpoint(reader, "STATE_ENDPOINT", "set");
        String region = S3Access.regionOf(endpoint).orElse(reader.text("SPACES_REGION", BucketSettings.REGION));
        return S3Access.byKey(endpoint, region, reader);
    }

    /** The key of another private object. */
    String keyBeside(String name) {
        return key.substring(0, key.lastIndexOf('/') + 1) + name;
    }

    /** The name of the state in the private store. */
    String name() {
        return place == Place.FOLDER ? "state.json" : key.substring(key.lastIndexOf('/') + 1);
    }

    /** How conditions are sent to the storage of the state. */
    ConditionalWrites conditions(URI siteEndpoint) {
        return site.conditionsAt(access == null ? siteEndpoint : access.endpoint());
    }
}
