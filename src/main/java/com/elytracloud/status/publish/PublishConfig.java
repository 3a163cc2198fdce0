package com.elytracloud.status.publish;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.BucketSettings;
import com.elytracloud.status.objectstore.ConditionalWrites;

/**
 * The publish target of the site: a bucket, or, to host it elsewhere, a folder or a single file.
 *
 * @param output the folder or the file, where one of them is the target
 * @param bucket where it is the target, else empty
 * @param key the object key of {@code status.json}; the other files are stored in its folder
 * @param usesAcl whether each file gets the ACL public-read; a private bucket behind a CDN needs none
 */
@Singleton
public record PublishConfig(
        SettingsReader reader, Target target, Path output, String bucket, String key, boolean usesAcl)
        implements SettingsSection {
    static final String FOLDER = "OUTPUT_DIR";
    static final String FILE = "OUTPUT_FILE";

    /** What the site is written to. */
    public enum Target {
        BUCKET,
        FOLDER,
        FILE
    }

    /** Reads the section. */
    @Inject
    public PublishConfig(Variables variables) {
        this(new SettingsReader(variables, Set.of(Capability.ANNOUNCE, Capability.PUBLISH)));
        if (reader.isSet(FOLDER) && reader.isSet(FILE)) {
            reader.refuse(FILE, "is set and OUTPUT_DIR too; allowed is one of them");
        }
        publicUrl();
        conditions(ConditionalWrites.OFF);
        reader.internal(bucket);
    }

    // A folder or a file takes precedence over the bucket, which the environment may name for scheduled runs.
    private PublishConfig(SettingsReader reader) {
        this(reader, reader.isSet(FOLDER) ? Target.FOLDER : reader.isSet(FILE) ? Target.FILE : Target.BUCKET);
    }

    private PublishConfig(SettingsReader reader, Target target) {
        this(
                reader,
                target,
                reader.path(FOLDER, reader.path(FILE, Path.of("").toAbsolutePath())),
                target == Target.BUCKET ? bucket(reader) : "",
                BucketSettings.key(reader, "STATUS_BUCKET_KEY", "status.json"),
                reader.oneOf("STATUS_BUCKET_ACL", "public-read", List.of("public-read", "none"))
                        .equals("public-read"));
    }

    private static String bucket(SettingsReader reader) {
        reader.required(
                "STATUS_BUCKET", "the bucket of the site; set it, or OUTPUT_DIR or OUTPUT_FILE for a folder or a file");
        return BucketSettings.name(reader, "STATUS_BUCKET");
    }

    /** The object key of another file of the site. */
    String keyBeside(String path) {
        return key.substring(0, key.lastIndexOf('/') + 1) + path;
    }

    /** The public URL of {@code status.json}, if configured. */
    Optional<URI> publicUrl() {
        return reader.address("STATUS_PUBLIC_URL");
    }

    /** How conditions are sent to a storage. */
    public ConditionalWrites conditionsAt(URI storage) {
        return conditions(ConditionalWrites.usualFor(storage));
    }

    private ConditionalWrites conditions(ConditionalWrites usual) {
        String chosen = reader.oneOf("STATE_CONDITIONAL_WRITES", usual.word(), List.of("quoted", "bare", "off"));
        return ConditionalWrites.valueOf(chosen.toUpperCase(Locale.ROOT));
    }
}
