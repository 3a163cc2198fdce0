package com.elytracloud.status.cli;

import java.util.List;
import java.util.Set;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.DoctorReport.Part;

/**
 * Settings that {@code init} asks for together and tests together.
 *
 * @param purpose which settings must be right before the test
 * @param parts whose health checks are the test
 */
record Setup(String title, Capability purpose, Set<Part> parts, List<Question> questions) {
    /** Everything a first publication needs, in the order in which it is asked. */
    static final List<Setup> ALL = List.of(
            new Setup(
                    "Uptime Kuma",
                    Capability.READ_MONITORS,
                    Set.of(Part.MONITORS),
                    List.of(
                            new Question("UPTIME_KUMA_URL", "Address of Uptime Kuma", "", false, true),
                            new Question(
                                    "UPTIME_KUMA_API_KEY",
                                    "API key (Settings > API Keys); empty to read a status page only",
                                    "",
                                    true,
                                    false),
                            new Question(
                                    "UPTIME_KUMA_STATUS_PAGE",
                                    "Slug of a status page with the monitors (required for Kuma 1.x)",
                                    "",
                                    false,
                                    false))),
            new Setup(
                    "Storage of the backups and of the site",
                    Capability.PUBLISH,
                    Set.of(Part.BACKUPS, Part.SITE, Part.STATE),
                    List.of(
                            new Question("BACKUP_BUCKET", "Bucket of the backups, or none", "none", false, true),
                            new Question("BACKUP_PREFIX", "Folder of the backups in it", "backups/", false, false),
                            new Question(
                                    "STATUS_BUCKET", "Bucket of the public site; empty for a folder", "", false, false),
                            new Question(
                                    "OUTPUT_DIR", "Folder of the public site; empty with a bucket", "", false, false),
                            new Question(
                                    "SPACES_ENDPOINT",
                                    "Address of the object storage, such as nyc3.digitaloceanspaces.com",
                                    "",
                                    false,
                                    false),
                            new Question("SPACES_ACCESS_KEY", "Access key of the object storage", "", false, false),
                            new Question("SPACES_SECRET_KEY", "Its secret", "", true, false))),
            new Setup(
                    "Public address",
                    Capability.WATCH,
                    Set.of(Part.VISITORS),
                    List.of(
                            new Question(
                                    "STATUS_PUBLIC_URL",
                                    "Public address of status.json, such as https://status.example.com/status.json",
                                    "",
                                    false,
                                    false),
                            new Question("SITE_TITLE", "Title of the site", "", false, false))));

    /**
     * One setting.
     *
     * @param fallback the answer to an empty line; empty for none
     */
    record Question(String variable, String text, String fallback, boolean secret, boolean required) {}
}
