package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.assess.SeriesNames;
import com.elytracloud.status.assess.SeriesNames.BackupPattern;
import com.elytracloud.status.config.RunConfig;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/**
 * Where the backups are stored and how their keys name the customer.
 *
 * @param bucketOrNone the bucket, or the word for none
 * @param prefix begins every key of a backup: empty or with a slash at the end
 * @param names how keys become series
 * @param manifest where the backup job leaves its own result
 */
@Singleton
public record BackupConfig(
        SettingsReader reader,
        String bucketOrNone,
        String prefix,
        SeriesNames names,
        KeyFilter filter,
        Manifest.Key manifest)
        implements SettingsSection {
    private static final String USUAL_FOLDER = "backups/";

    /** Reads the section. */
    @Inject
    public BackupConfig(Variables variables) {
        this(new SettingsReader(variables, Set.of(Capability.READ_BACKUPS, Capability.ASSESS, Capability.PUBLISH)));
        // Everyone can read the site's bucket, so backups must never be stored in it.
        if (!bucketOrNone.isEmpty() && bucketOrNone.equals(reader.text("STATUS_BUCKET", ""))) {
            reader.refuse("BACKUP_BUCKET", "is the same as STATUS_BUCKET; the site needs its own");
        }
        if (manifest.text().endsWith("/")) {
            reader.refuse("BACKUP_MANIFEST_KEY", "is a folder; allowed is the key of an object");
        }
        if (reader.list("BACKUP_TENANTS").stream().anyMatch(name -> name.matches("/+"))) {
            reader.refuse("BACKUP_TENANTS", "holds a slash alone; allowed are the names of customers");
        }
        reader.internal(listed().toArray(String[]::new));
        // The folder of .env.example is in everybody's settings.
        reader.internal(bucketOrNone, prefix.equals(USUAL_FOLDER) ? "" : prefix, manifest.text());
    }

    private BackupConfig(SettingsReader reader) {
        this(
                reader,
                reader.required(
                        "BACKUP_BUCKET", "the bucket of the backups, or 'none' if there are no backups to show"),
                prefix(reader),
                new SeriesNames(patterns(reader)),
                new KeyFilter(reader.list("BACKUP_INCLUDE"), reader.list("BACKUP_EXCLUDE")),
                Manifest.Key.of(reader.text("BACKUP_MANIFEST_KEY", "").replaceFirst("^/+", "")));
    }

    // A folder, so that backups-of-another-thing/ is not taken for backups/; a lone slash is the whole bucket.
    private static String prefix(SettingsReader reader) {
        String folder = reader.text("BACKUP_PREFIX", USUAL_FOLDER).replaceAll("^/+|/+$", "");
        return folder.isEmpty() ? "" : folder + "/";
    }

    private static List<BackupPattern> patterns(SettingsReader reader) {
        List<BackupPattern> read = new ArrayList<>();
        for (String text : reader.text("BACKUP_PATTERN", "").split(";", -1)) {
            try {
                if (!text.isBlank()) {
                    read.add(BackupPattern.of(text.strip()));
                }
            } catch (IllegalArgumentException e) {
                reader.refuse(
                        "BACKUP_PATTERN",
                        "%s; allowed are {customer} once, {series} once, {date}, * and **, several separated by ';'",
                        e.getMessage());
            }
        }
        return read;
    }

    /** The bucket, empty if the operator has none to show. */
    Optional<String> bucket() {
        return bucketOrNone.equalsIgnoreCase(RunConfig.NO_BUCKET) ? Optional.empty() : Optional.of(bucketOrNone);
    }

    /** The customers that must have backups. */
    List<String> listed() {
        return reader.list("BACKUP_TENANTS").stream()
                .map(name -> name.replaceAll("^/+|/+$", ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** A key without the prefix. */
    String below(String key) {
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    /** The prefix one level below that a key is stored in, with a slash at the end; empty if in none. */
    String firstFolder(String key) {
        int slash = key.indexOf('/', prefix.length());
        return key.startsWith(prefix) && slash >= 0 ? key.substring(0, slash + 1) : "";
    }

    /** Whether all of a customer is stored in this folder and nobody else. */
    boolean isCustomerFolder(String folder, Instant now) {
        return names.patterns().isEmpty()
                && !folder.isEmpty()
                && names.of(folder + "/x", now).customer().equals(folder);
    }

    /** Whether an object is checked: not a folder marker, not the result of the job, and not excluded by pattern. */
    boolean counts(String key) {
        return !key.endsWith("/") && !manifest.isOne(key) && filter.accepts(below(key));
    }

    /** Differs for another bucket, prefix, pattern or other rules of naming series, without naming them. */
    String source() {
        return Integer.toHexString(Objects.hash(
                        bucketOrNone,
                        prefix,
                        names.patterns().stream().map(BackupPattern::text).toList()))
                + "-" + SeriesNames.RULES;
    }

    /**
     * Which objects are checked. A pattern without a slash applies to the file name, one with a slash to the whole path
     * below the prefix; {@code *} and {@code ?} stand for anything but a slash, {@code **} for anything.
     */
    record KeyFilter(Pattern included, Pattern excluded) {
        /**
         * Patterns as the operator writes them.
         *
         * @param include empty: everything
         */
        KeyFilter(List<String> include, List<String> exclude) {
            this(anyOf(include.isEmpty() ? List.of("**") : include), anyOf(exclude));
        }

        /** Whether an object counts. */
        boolean accepts(String pathBelowPrefix) {
            return included.matcher(pathBelowPrefix).matches()
                    && !excluded.matcher(pathBelowPrefix).matches();
        }

        // No pattern at all matches no key.
        private static Pattern anyOf(List<String> globs) {
            return Pattern.compile(
                    globs.stream().map(KeyFilter::regex).collect(Collectors.joining("|")), Pattern.DOTALL);
        }

        private static String regex(String text) {
            String path = text.replaceFirst("^/+", "");
            String glob = Pattern.quote(path.endsWith("/") ? path + "**" : path)
                    .replace("**", "\\E\0\\Q")
                    .replace("*", "\\E[^/]*\\Q")
                    .replace("?", "\\E[^/]\\Q")
                    .replace("\0", ".*");
            return (path.indexOf('/') < 0 ? "(?:.*/)?" : "") + glob;
        }
    }
}
