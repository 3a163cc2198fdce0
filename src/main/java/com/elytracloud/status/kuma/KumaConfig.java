package com.elytracloud.status.kuma;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.SourceChoice.MonitoringService;
import com.elytracloud.status.config.Variables;

/**
 * Where Uptime Kuma is and how it lets us in.
 *
 * @param url the base address, without a slash at its end
 * @param statusPage the slug of the status page, empty if there is none
 */
@Singleton
record KumaConfig(SettingsReader reader, URI url, String statusPage) implements SettingsSection {
    private static final String KEY = "UPTIME_KUMA_API_KEY";
    private static final String PAGE = "UPTIME_KUMA_STATUS_PAGE";
    private static final String HEADERS = "UPTIME_KUMA_HEADERS";
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9-]*");
    /** Without those that the client sends itself. */
    private static final Pattern HEADER =
            Pattern.compile("(?!(?i:host|accept-encoding|connection|content-length|transfer-encoding)\\s*:)"
                    + "([A-Za-z0-9][A-Za-z0-9_-]*)\\s*:\\s*([\\x20-\\x7e]+)");

    @Inject
    KumaConfig(Variables variables) {
        this(MonitoringService.UPTIME_KUMA.reader(variables));
        if (apiKey().isEmpty() && !reader.isSet(PAGE)) {
            reader.refuse(KEY, "is not set; it is an API key of Uptime Kuma; or set %s", PAGE);
        }
        if (!headerPairs().stream().allMatch(pair -> HEADER.matcher(pair).matches())) {
            reader.refuse(
                    HEADERS,
                    "is not a list of headers; allowed are pairs 'Name: value' separated by ';', each value in ASCII");
        } else if (headers().keySet().stream().anyMatch("Authorization"::equalsIgnoreCase) && reader.isSet(KEY)) {
            reader.refuse(HEADERS, "holds Authorization, which carries %s; allowed are other headers", KEY);
        }
        reader.internal(url.getAuthority(), url.getHost(), statusPage);
    }

    private KumaConfig(SettingsReader reader) {
        this(
                reader,
                reader.requiredAddress("UPTIME_KUMA_URL", "the base address of Uptime Kuma"),
                // Kuma 2 lowers a slug's letters, Kuma 1 never answers to the wrong case: it is taken as it is written.
                reader.matching(PAGE, "", SLUG, "is not the slug of a status page; allowed are letters, digits and -"));
    }

    /** The key, empty if only the status page is to be read. */
    Secret apiKey() {
        return reader.secret(KEY);
    }

    /** Headers that an access proxy in front of Uptime Kuma requires, as they are now: secrets can change. */
    Map<String, Secret> headers() {
        Map<String, Secret> headers = new LinkedHashMap<>();
        headerPairs().stream()
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .forEach(pair -> headers.put(pair.group(1), new Secret(pair.group(2))));
        return headers;
    }

    @Override
    public Set<Secret> secrets() {
        return Stream.concat(reader.secrets().stream(), headers().values().stream())
                .collect(Collectors.toSet());
    }

    private List<String> headerPairs() {
        return Arrays.stream(reader.secret(HEADERS).value().split(";"))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .toList();
    }
}
