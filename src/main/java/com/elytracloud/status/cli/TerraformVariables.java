package com.elytracloud.status.cli;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.elytracloud.status.config.KnownVariables;

/** The answers of {@code init} as variables of {@code infra/}; secrets are named and their values left out. */
final class TerraformVariables {
    /** Settings that {@code infra/} derives from its other variables, and refuses. */
    static final Set<String> DERIVED = Set.of(
            "SPACES_ENDPOINT",
            "SPACES_REGION",
            "STATUS_BUCKET",
            "STATUS_BUCKET_ACL",
            "STATUS_BUCKET_KEY",
            "STATUS_PUBLIC_URL",
            "BACKUP_BUCKET",
            "OUTPUT_DIR",
            "OUTPUT_FILE");
    /** The key of the storage, which {@code infra/} creates. */
    private static final Set<String> CREATED = Set.of("SPACES_ACCESS_KEY", "SPACES_SECRET_KEY");

    private final Map<String, String> answers;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, String> secrets = new TreeMap<>();

    TerraformVariables(Map<String, String> answers, Predicate<String> isSecret) {
        this.answers = answers;
        Set<String> known = KnownVariables.packaged().names();
        answers.forEach((name, value) -> {
            if (known.contains(name) && !DERIVED.contains(name) && !CREATED.contains(name) && !value.isEmpty()) {
                (isSecret.test(value) ? secrets : settings).put(name, value);
            }
        });
    }

    /** The names of the secrets to pass to Terraform. */
    Set<String> secrets() {
        return secrets.keySet();
    }

    String text() {
        String host = host(answers.getOrDefault("STATUS_PUBLIC_URL", ""));
        String zone = host.replaceFirst("^[^.]*\\.?", "");
        String card = zone.isEmpty() ? "example.com" : zone;
        return """
                environment   = "prod"
                %sdomain        = %s
                backup_bucket = %s
                cors_origins  = [%s, %s]
                alarm_emails  = [] # required: who is notified when runs fail

                settings = {
                %s}

                # Raise a number when the value of its secret changed.
                secret_versions = {
                %s}
                """.formatted(
                        site(zone),
                        quoted(host),
                        quoted(answers.getOrDefault("BACKUP_BUCKET", "none")),
                        quoted("https://" + card),
                        quoted("https://www." + card),
                        lines(settings, TerraformVariables::quoted),
                        lines(secrets, value -> "1"));
    }

    // Both buckets are at the configured endpoint; on AWS, Terraform chooses the name of the site's bucket.
    private String site(String zone) {
        String endpoint = answers.getOrDefault("SPACES_ENDPOINT", "").replaceFirst("^https?://", "");
        return endpoint.contains(".digitaloceanspaces.com")
                ? """
                site          = "spaces"
                spaces_region = %s
                status_bucket = %s
                zone          = %s
                """.formatted(
                                quoted(endpoint.replaceFirst("\\..*", "")),
                                quoted(answers.getOrDefault("STATUS_BUCKET", "")),
                                quoted(zone))
                : "site          = \"aws\"\n";
    }

    private static String lines(Map<String, String> values, UnaryOperator<String> form) {
        return values.entrySet().stream()
                .map(each -> "  %s = %s\n".formatted(each.getKey(), form.apply(each.getValue())))
                .collect(Collectors.joining());
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
        String escaped = text.replaceAll("[\"\\\\]", "\\\\$0").replaceAll("[$%](?=\\{)", "$0$0");
        return '"' + escaped + '"';
    }
}
