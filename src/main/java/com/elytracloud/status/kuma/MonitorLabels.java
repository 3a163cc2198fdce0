package com.elytracloud.status.kuma;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;

/** Translates the labels of a {@code monitor_status} line. */
final class MonitorLabels {
    private static final Set<String> OWN =
            Set.of("monitor_id", "monitor_name", "monitor_type", "monitor_url", "monitor_hostname", "monitor_port");
    private static final String UNSET = "null";
    /** What Uptime Kuma writes as the URL of a monitor that has none. */
    private static final String NO_URL = "https://";

    private MonitorLabels() {}

    /** The monitor; empty if the labels hold no usable id. */
    static Optional<Monitor> monitor(Map<String, String> labels) {
        String id = labels.getOrDefault("monitor_id", "");
        if (!MonitorId.isValid(id)) {
            return Optional.empty();
        }
        String url = NO_URL.equals(labels.get("monitor_url")) ? "" : value("monitor_url", labels);
        String host = value("monitor_hostname", labels);
        String port = value("monitor_port", labels);
        String target = host.isEmpty() || port.isEmpty() ? host : host + ":" + port;
        Stream<String> tags =
                labels.keySet().stream().filter(label -> !OWN.contains(label)).map(label -> value(label, labels));
        return Optional.of(new Monitor(
                new MonitorId(id),
                kind(labels.getOrDefault("monitor_type", "")),
                value("monitor_type", labels),
                labels.getOrDefault("monitor_name", ""),
                url.isEmpty() ? target : url,
                "",
                // A host next to a URL is not the target, but still an internal name.
                Stream.concat(tags, Stream.of(url.isEmpty() ? "" : host))
                        .filter(word -> !word.isEmpty())
                        .toList()));
    }

    static MonitorKind kind(String type) {
        return switch (type) {
            case "group" -> MonitorKind.GROUP;
            case "push" -> MonitorKind.PUSH;
            default -> MonitorKind.PROBE;
        };
    }

    private static String value(String label, Map<String, String> labels) {
        String value = labels.getOrDefault(label, "");
        return UNSET.equals(value) ? "" : value;
    }
}
