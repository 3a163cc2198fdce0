package com.elytracloud.status.kuma;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.MonitoringService;
import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** Where Uptime Kuma is and how it lets us in. */
@Singleton
final class KumaConfig implements SettingsSection {
    private static final String KEY = "UPTIME_KUMA_API_KEY";
    private static final String PAGE = "UPTIME_KUMA_STATUS_PAGE";
    private static final String HEADERS = "UPTIME_KUMA_HEADERS";
    /** Without those that the client sends itself. */
    private static final Pattern HEADER =
            Pattern.compile("(?!(?i:host|accept-encoding|connection|content-length|transfer-encoding)\\s*:)"
                    + "([A-Za-z0-9][A-Za-z0-9_-]*)\\s*:\\s*([\\x20-\\x7e]+)");

    private final SettingsReader reader;
    private final boolean configured;
    private final URI url;
    private final String statusPage;

    KumaConfig(Variables variables) {
        reader = new SettingsReader(variables);
        configured = MonitoringService.UPTIME_KUMA.isConfigured(variables);
        url = reader.requiredAddress("UPTIME_KUMA_URL", "the base address of Uptime Kuma");
        reader.secret(KEY);
        statusPage = readStatusPage();
        checkHeaders();
        if (!reader.isSet(KEY) && !reader.isSet(PAGE)) {
            reader.refuse(KEY, "is not set; it is an API key of Uptime Kuma; or set %s".formatted(PAGE));
        }
    }

    /** The base address, without a slash at its end. */
    URI url() {
        return url;
    }

    /** The key, empty if only the status page is to be read. */
    Secret apiKey() {
        return reader.secret(KEY);
    }

    /** The slug of the status page, empty if there is none. */
    String statusPage() {
        return statusPage;
    }

    /** Headers that an access proxy in front of Uptime Kuma requires, as they are now: secrets can change. */
    Map<String, Secret> headers() {
        Map<String, Secret> headers = new LinkedHashMap<>();
        headerPairs()
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .forEach(pair -> headers.put(pair.group(1), new Secret(pair.group(2))));
        return headers;
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return switch (capability) {
            case READ_MONITORS, ASSESS, PUBLISH -> configured;
            case READ_BACKUPS, ANNOUNCE, WATCH, ALERT -> false;
        };
    }

    @Override
    public Set<Secret> secrets() {
        Set<Secret> secrets = new HashSet<>(reader.secrets());
        secrets.addAll(headers().values());
        return secrets;
    }

    @Override
    public Set<String> internalNames() {
        return new HashSet<>(List.of(url.getAuthority(), url.getHost(), statusPage));
    }

    // Kuma 2 lowers a slug's letters, Kuma 1 never answers to the wrong case: it is taken as it is written.
    private String readStatusPage() {
        String slug = reader.text(PAGE, "");
        if (!slug.matches("[A-Za-z0-9-]*")) {
            reader.refuse(PAGE, "is not the slug of a status page; allowed are letters, digits and -");
            return "";
        }
        return slug;
    }

    private void checkHeaders() {
        if (!headerPairs().allMatch(pair -> HEADER.matcher(pair).matches())) {
            reader.refuse(
                    HEADERS,
                    "is not a list of headers; allowed are pairs 'Name: value' separated by ';', each value in ASCII");
        } else if (headers().keySet().stream().anyMatch("Authorization"::equalsIgnoreCase) && reader.isSet(KEY)) {
            reader.refuse(HEADERS, "holds Authorization, which carries %s; allowed are other headers".formatted(KEY));
        }
    }

    private Stream<String> headerPairs() {
        return Arrays.stream(reader.secret(HEADERS).value().split(";"))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty());
    }
}
