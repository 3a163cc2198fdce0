package com.elytracloud.status.cli;

import java.util.List;
import java.util.Set;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.DoctorReport.Part;

/** Settings that {@code init} asks for together and tests together. */
record Setup(String title, Capability capability, Set<Part> parts, List<Question> questions) {
    /** Everything a first publication needs, in the order in which it is asked. */
    static final List<Setup> ALL = List.of(
            new Setup(
                    "Uptime Kuma",
                    Capability.READ_MONITORS,
                    Set.of(Part.MONITORS),
                    required("UPTIME_KUMA_URL", "Address of Uptime Kuma", ""),
                    secret("UPTIME_KUMA_API_KEY", "API key (Settings > API Keys); empty to read a status page only"),
                    optional("UPTIME_KUMA_STATUS_PAGE", "Slug of a status page with the monitors (needed for 1.x)")),
            new Setup(
                    "Storage of the backups and of the site",
                    Capability.PUBLISH,
                    Set.of(Part.BACKUPS, Part.SITE, Part.STATE),
                    required("BACKUP_BUCKET", "Bucket of the backups, or none", "none"),
                    new Question("BACKUP_PREFIX", "Folder of the backups in it", "backups/", false, false),
                    optional("STATUS_BUCKET", "Bucket of the public site; empty for a folder"),
                    optional("OUTPUT_DIR", "Folder of the public site; empty with a bucket"),
                    optional("SPACES_ENDPOINT", "Address of the object storage: nyc3.digitaloceanspaces.com, ..."),
                    optional("SPACES_ACCESS_KEY", "Access key of the object storage"),
                    secret("SPACES_SECRET_KEY", "Its secret")),
            new Setup(
                    "Public address",
                    Capability.WATCH,
                    Set.of(Part.VISITORS),
                    optional("STATUS_PUBLIC_URL", "Public address: https://status.example.com/status.json, ..."),
                    optional("SITE_TITLE", "Title of the site")));

    private Setup(String title, Capability capability, Set<Part> parts, Question... questions) {
        this(title, capability, parts, List.of(questions));
    }

    /**
     * One setting.
     *
     * @param fallback the answer to an empty line; empty for none
     */
    record Question(String variable, String text, String fallback, boolean secret, boolean required) {}

    private static Question required(String variable, String text, String fallback) {
        return new Question(variable, text, fallback, false, true);
    }

    private static Question optional(String variable, String text) {
        return new Question(variable, text, "", false, false);
    }

    private static Question secret(String variable, String text) {
        return new Question(variable, text, "", true, false);
    }
}
