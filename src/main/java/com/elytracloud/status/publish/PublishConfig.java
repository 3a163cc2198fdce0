package com.elytracloud.status.publish;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.BucketSettings;
import com.elytracloud.status.objectstore.ConditionalWrites;

/** The publish target of the site: a bucket, or, to host it elsewhere, a folder or a single file. */
@Singleton
public final class PublishConfig implements SettingsSection {
    private final SettingsReader reader;
    private final Target target;
    private final Path output;
    private final String bucket;
    private final String key;
    private final URI publicUrl;
    private final ConditionalWrites conditionsOrNull;
    private final boolean usesAcl;

    /** Reads the section. */
    public PublishConfig(Variables variables) {
        reader = new SettingsReader(variables);
        target = readTarget();
        output = readOutput();
        bucket = readBucket();
        key = BucketSettings.key(reader, "STATUS_BUCKET_KEY", "status.json");
        publicUrl = reader.address("STATUS_PUBLIC_URL").orElse(null);
        conditionsOrNull = readConditions();
        usesAcl = readAcl();
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
    public Set<String> internalNames() {
        return Set.of(bucket);
    }

    public Target target() {
        return target;
    }

    /** The folder or the file, where one of them is the target. */
    public Path output() {
        return output;
    }

    /** The bucket, where it is the target. */
    public String bucket() {
        return bucket;
    }

    /** The object key of {@code status.json}; the other files are stored in its folder. */
    public String key() {
        return key;
    }

    /** The object key of another file of the site. */
    String keyBeside(String path) {
        return key.substring(0, key.lastIndexOf('/') + 1) + path;
    }

    /** The public URL of {@code status.json}, if configured. */
    Optional<URI> publicUrl() {
        return Optional.ofNullable(publicUrl);
    }

    /** Whether each file gets the ACL public-read; a private bucket behind a CDN needs none. */
    boolean usesAcl() {
        return usesAcl;
    }

    /** How conditions are sent to a storage. */
    public ConditionalWrites conditionsAt(URI storage) {
        return conditionsOrNull == null ? ConditionalWrites.usualFor(storage) : conditionsOrNull;
    }

    // OUTPUT_DIR and OUTPUT_FILE take precedence over the bucket, which the environment may name for scheduled runs.
    private Target readTarget() {
        boolean folder = reader.isSet(Target.FOLDER.variable());
        boolean file = reader.isSet(Target.FILE.variable());
        if (folder && file) {
            reader.refuse("OUTPUT_FILE", "is set and OUTPUT_DIR too; allowed is one of them");
        }
        return folder ? Target.FOLDER : file ? Target.FILE : Target.BUCKET;
    }

    private Path readOutput() {
        String path = target == Target.BUCKET ? "" : reader.text(target.variable(), "");
        try {
            return Path.of(path).toAbsolutePath();
        } catch (InvalidPathException e) {
            reader.refuse(target.variable(), "is '%s', which is no path".formatted(path));
            return Path.of("").toAbsolutePath();
        }
    }

    private String readBucket() {
        if (target != Target.BUCKET) {
            return "";
        }
        String name = reader.required(
                "STATUS_BUCKET", "the bucket of the site; set it, or OUTPUT_DIR or OUTPUT_FILE for a folder or a file");
        return BucketSettings.name(reader, "STATUS_BUCKET", name);
    }

    private boolean readAcl() {
        String chosen = reader.text("STATUS_BUCKET_ACL", "public-read");
        if (!chosen.equals("public-read") && !chosen.equals("none")) {
            reader.refuse("STATUS_BUCKET_ACL", "is '%s'; allowed is public-read or none".formatted(chosen));
        }
        return !chosen.equals("none");
    }

    private ConditionalWrites readConditions() {
        String variable = "STATE_CONDITIONAL_WRITES";
        String chosen = reader.text(variable, "");
        for (ConditionalWrites one : ConditionalWrites.values()) {
            if (one.word().equals(chosen)) {
                return one;
            }
        }
        if (!chosen.isEmpty()) {
            reader.refuse(variable, "is '%s'; allowed is quoted, bare or off".formatted(chosen));
        }
        return null;
    }

    /** What the site is written to. */
    public enum Target {
        BUCKET("STATUS_BUCKET"),
        FOLDER("OUTPUT_DIR"),
        FILE("OUTPUT_FILE");

        private final String variable;

        Target(String variable) {
            this.variable = variable;
        }

        /** The setting that chooses it. */
        String variable() {
            return variable;
        }
    }
}
