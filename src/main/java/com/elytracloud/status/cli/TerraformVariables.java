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
        return """
                environment   = "prod"
                spaces_region = %s
                status_bucket = %s
                backup_bucket = %s
                hostname      = %s
                zone          = %s

                settings = {
                %s}

                # Raise a number when the value of its secret changed.
                secret_versions = {
                %s}
                """.formatted(
                        quoted(answers.getOrDefault("SPACES_ENDPOINT", "nyc3")
                                .replaceFirst("^https?://", "")
                                .replaceFirst("\\..*", "")),
                        quoted(answers.getOrDefault("STATUS_BUCKET", "")),
                        quoted(answers.getOrDefault("BACKUP_BUCKET", "")),
                        quoted(host.replaceFirst("\\..*", "")),
                        quoted(host.replaceFirst("^[^.]*\\.?", "")),
                        settings.entrySet().stream()
                                .map(entry -> "  %s = %s\n".formatted(entry.getKey(), quoted(entry.getValue())))
                                .collect(Collectors.joining()),
                        created(secrets).stream().map("  %s = 1\n"::formatted).collect(Collectors.joining()));
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
