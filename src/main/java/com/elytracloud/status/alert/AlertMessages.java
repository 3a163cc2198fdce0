package com.elytracloud.status.alert;

import com.elytracloud.status.domain.AlertType;

/**
 * The texts of one alert.
 *
 * @param happened a sentence without its full stop; also the title
 * @param visitors what the public sees of it
 * @param first what to check before anything else
 */
record AlertMessages(String happened, String visitors, String first) {
    private static final String OLD_GREEN = "the last published status, with its age.";

    static AlertMessages of(AlertType trouble) {
        return switch (trouble) {
            case ORIGIN_STALE ->
                new AlertMessages(
                        "The public status file is more than 20 minutes old",
                        OLD_GREEN + " It turns grey at 30 minutes.",
                        "the log of the status function: did it run, and did it fail?");
            case PUBLIC_STALE ->
                new AlertMessages(
                        "The public status file is more than 30 minutes old",
                        "grey: \"status unknown\", regardless of the file's contents.",
                        "the log and the schedule of the status function; \"elytra status publish\" publishes by hand.");
            case UNREACHABLE ->
                new AlertMessages(
                        "The public status file cannot be fetched",
                        "nothing, or a card that says it cannot load.",
                        "the detail below, then the bucket, the CDN, the name and the certificate of the public"
                                + " address; \"elytra doctor\" checks each.");
            case INVALID ->
                new AlertMessages(
                        "The public status file is not what was published last",
                        "an older status, or nothing their reader understands.",
                        "who else writes to the bucket, and what the CDN serves; \"elytra validate URL\" names what is"
                                + " wrong.");
            case LEAK ->
                new AlertMessages(
                        "The public status file contains sensitive values",
                        "the leak, until the file is replaced.",
                        "which rule and place are named below (docs/guard.md); replace the file and change what leaked"
                                + " immediately.");
            case CERTIFICATE_ENDING ->
                new AlertMessages(
                        "The certificate of the public address ends soon",
                        "nothing yet; a warning of their browser once it has ended.",
                        "why it was not renewed by itself, at the CDN or the load balancer.");
            case OUTAGE ->
                new AlertMessages(
                        "The platform is in outage",
                        "\"outage\" on the page, the card and the badge.",
                        "\"elytra monitors\": which are down. \"elytra incident open\" publishes what you are doing.");
            case BACKUP_FAILED ->
                new AlertMessages(
                        "Backups have been failed for two hours",
                        "\"failed\" in the line about backups; the platform's status does not change by it.",
                        "\"elytra backups\" names the customers; then the log of the backup job.");
            case BACKUP_CUSTOMER_FAILED ->
                new AlertMessages(
                        "The backups of a customer have failed",
                        "\"warning\" in the line about backups; no customer is named in public.",
                        "the customer and the reason in the detail; \"elytra backups\" shows every series; then the log of"
                                + " the backup job.");
            case MONITORS_UNREADABLE ->
                new AlertMessages(
                        "The monitoring service could not be read in two runs",
                        "\"unknown\" in grey, never the last good answer.",
                        "whether it answers and accepts the key or token: \"elytra monitors\".");
            case BACKUPS_UNREADABLE ->
                new AlertMessages(
                        "The storage of the backups could not be read in two runs",
                        "\"unknown\" in the line about backups.",
                        "bucket, key and rights: \"elytra backups\".");
            case TEXT_REFUSED ->
                new AlertMessages(
                        "A public text breaks a rule of the guard and is not shown",
                        "\"Details withheld\" in its place; everything else is published.",
                        "which text and rule are named below: set the text again in other words (docs/guard.md).");
            case GUARD_REFUSAL ->
                new AlertMessages(
                        "The guard stopped a publication",
                        OLD_GREEN,
                        "which rule and place are named below; docs/guard.md lists what to do for each rule.");
            case OVERRIDE_ENDING ->
                new AlertMessages(
                        "The status override ends within half an hour",
                        "the status that was set, and then the measured status again.",
                        "whether it is still needed: \"elytra status override set\" prolongs it.");
            case STATE_CORRUPT ->
                new AlertMessages(
                        "The state of the runs could not be parsed and was set aside",
                        "a correct status; uptime may be missing until enough is known again.",
                        "what else writes to the state's bucket; the old bytes are stored next to it as state.corrupt-<time>.");
            case STATE_UNAVAILABLE ->
                new AlertMessages(
                        "The state of the runs cannot be read or written",
                        "a correct status; uptime may be missing.",
                        "bucket, key and rights of the state: \"elytra doctor\".");
        };
    }
}
