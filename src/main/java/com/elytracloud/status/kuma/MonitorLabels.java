package com.elytracloud.status.kuma;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;

/** Gathers the labels of one line, in any order; Kuma writes the tags before its own labels. */
final class MonitorLabels {
    private static final String UNSET = "null";
    /** What Kuma writes as the address of a monitor that has none. */
    private static final String NO_URL = "https://";

    private String id = "";
    private String name = "";
    private String type = "";
    private String url = "";
    private String hostname = "";
    private String port = "";
    private final List<String> tags = new ArrayList<>();

    void add(String label, String value) {
        switch (label) {
            case "monitor_id" -> id = value;
            case "monitor_name" -> name = value;
            case "monitor_type" -> type = value;
            case "monitor_url" -> url = NO_URL.equals(value) ? "" : known(value);
            case "monitor_hostname" -> hostname = known(value);
            case "monitor_port" -> port = known(value);
            default -> addTag(known(value));
        }
    }

    /** The monitor; empty if the labels name no usable id. */
    Optional<Monitor> monitor() {
        return MonitorId.isValid(id)
                ? Optional.of(new Monitor(new MonitorId(id), kind(type), name, target(), words()))
                : Optional.empty();
    }

    private void addTag(String value) {
        if (!value.isEmpty()) {
            tags.add(value);
        }
    }

    private static String known(String value) {
        return UNSET.equals(value) ? "" : value;
    }

    static MonitorKind kind(String type) {
        return switch (type) {
            case "group" -> MonitorKind.GROUP;
            case "push" -> MonitorKind.PUSH;
            default -> MonitorKind.PROBE;
        };
    }

    private String target() {
        if (!url.isEmpty()) {
            return url;
        }
        return hostname.isEmpty() || port.isEmpty() ? hostname : hostname + ":" + port;
    }

    // A host beside a URL is no target, but still a word of the operator's.
    private List<String> words() {
        if (!url.isEmpty()) {
            addTag(hostname);
        }
        return tags;
    }
}
