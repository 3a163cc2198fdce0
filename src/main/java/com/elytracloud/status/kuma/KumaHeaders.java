package com.elytracloud.status.kuma;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;

/** Headers that an access proxy in front of Uptime Kuma requires: {@code Name: value; Name: value}. */
final class KumaHeaders {
    private static final String VARIABLE = "UPTIME_KUMA_HEADERS";
    private static final String KEY = "UPTIME_KUMA_API_KEY";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]+");
    /** The client sends these itself. */
    private static final Set<String> RESERVED =
            Set.of("host", "accept-encoding", "connection", "content-length", "transfer-encoding");

    private final SettingsReader reader;

    /** Checks the setting; its values are secrets and never repeated. */
    KumaHeaders(SettingsReader reader) {
        this.reader = reader;
        for (String pair : pairs()) {
            if (!isValid(pair)) {
                reader.refuse(
                        VARIABLE,
                        "is not a list of headers; allowed are pairs 'Name: value' separated by ';', each value in ASCII");
                return;
            }
        }
        if (read().keySet().stream().anyMatch("Authorization"::equalsIgnoreCase) && reader.isSet(KEY)) {
            reader.refuse(VARIABLE, "holds Authorization, which carries %s; allowed are other headers".formatted(KEY));
        }
    }

    /** The headers as they are now: secrets can change. */
    Map<String, Secret> read() {
        Map<String, Secret> headers = new LinkedHashMap<>();
        for (String pair : pairs()) {
            if (!pair.isBlank() && isValid(pair)) {
                headers.put(name(pair), new Secret(value(pair)));
            }
        }
        return headers;
    }

    private String[] pairs() {
        return reader.secret(VARIABLE).value().replaceFirst("[;\\s]+$", "").split(";", 0);
    }

    private static boolean isValid(String pair) {
        return pair.isBlank()
                || (pair.contains(":")
                        && NAME.matcher(name(pair)).matches()
                        && !RESERVED.contains(name(pair).toLowerCase(Locale.ROOT))
                        && VALUE.matcher(value(pair)).matches());
    }

    private static String name(String pair) {
        return pair.substring(0, pair.indexOf(':')).strip();
    }

    private static String value(String pair) {
        return pair.substring(pair.indexOf(':') + 1).strip();
    }
}
