package com.elytracloud.status.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The answers of {@code init} as variables of {@code infra/}; secrets are named and their values left out. */
final class TerraformVariables {
    /** Variables of their own in {@code infra/}, or created there. */
    private static final Set<String> ELSEWHERE = Set.of(
            "STATUS_BUCKET",
            "STATUS_BUCKET_ACL",
            "BACKUP_BUCKET",
            "STATUS_PUBLIC_URL",
            "SPACES_ENDPOINT",
            "SPACES_ACCESS_KEY",
            "SPACES_SECRET_KEY",
            "OUTPUT_DIR");

    private TerraformVariables() {}

    static String of(Map<String, String> answers, List<String> secrets) {
        Map<String, String> settings = new TreeMap<>(answers);
        settings.keySet().removeAll(ELSEWHERE);
        settings.keySet().removeAll(secrets);
        settings.values().removeIf(String::isEmpty);
        String host = host(answers.getOrDefault("STATUS_PUBLIC_URL", ""));
        String zone = host.replaceFirst("^[^.]*\\.?", "");
        return """
                environment   = "prod"
                %s
                domain        = %s
                backup_bucket = %s
                cors_origins  = [%s, %s]
                alarm_emails  = [] # required: who is notified when runs fail

                settings = {
                %s}

                # Raise a number when the value of its secret changed.
                secret_versions = {
                %s}
                """.formatted(
                        site(answers, zone),
                        quoted(host),
                        quoted(answers.getOrDefault("BACKUP_BUCKET", "none")),
                        quoted("https://" + zone),
                        quoted("https://www." + zone),
                        settings.entrySet().stream()
                                .map(entry -> "  %s = %s\n".formatted(entry.getKey(), quoted(entry.getValue())))
                                .collect(Collectors.joining()),
                        created(secrets).stream().map("  %s = 1\n"::formatted).collect(Collectors.joining()));
    }

    // Both buckets are at the configured endpoint; on AWS, Terraform chooses the name of the site's bucket.
    private static String site(Map<String, String> answers, String zone) {
        String endpoint = answers.getOrDefault("SPACES_ENDPOINT", "").replaceFirst("^https?://", "");
        if (!endpoint.contains(".digitaloceanspaces.com")) {
            return "site          = \"aws\"";
        }
        return """
                site          = "spaces"
                spaces_region = %s
                status_bucket = %s
                zone          = %s""".formatted(
                        quoted(endpoint.replaceFirst("\\..*", "")),
                        quoted(answers.getOrDefault("STATUS_BUCKET", "")),
                        quoted(zone));
    }

    /** The secrets to pass to Terraform; the key of the storage is created there. */
    static List<String> created(List<String> secrets) {
        return secrets.stream().filter(name -> !ELSEWHERE.contains(name)).toList();
    }

    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return ""; // the check of the settings reports it
        }
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("${", "$${")
                        .replace("%{", "%%{")
                + '"';
    }
}
