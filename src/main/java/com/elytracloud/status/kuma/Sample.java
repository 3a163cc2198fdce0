package com.elytracloud.status.kuma;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;

/**
 * One line of the Prometheus text format after the name of the metric: {@code {label="value",...} value [timestamp]}.
 *
 * @param labels those before the first malformed one
 * @param value empty if the line is malformed
 */
record Sample(Map<String, String> labels, String value) {
    /** A value may hold braces, commas and, escaped, quotes, backslashes and line feeds. */
    private static final Pattern LABEL =
            Pattern.compile("\\G[ \t]*[{,][ \t]*(\\w+)[ \t]*=[ \t]*\"((?:[^\"\\\\]++|\\\\.)*+)\"", Pattern.DOTALL);

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"n])");
    /** Behind the last label, or behind the name of a metric without labels. Uptime Kuma writes no timestamp. */
    private static final Pattern VALUE =
            Pattern.compile("(?:[ \t]*\\{?[ \t]*,?[ \t]*}|(?<=\\w)(?=[ \t]))[ \t]*([^ \t]+)(?:[ \t]+[^ \t]+)?[ \t]*");

    /** Reads the line from behind the name of the metric. */
    static Sample parse(String line, int from) {
        Map<String, String> labels = new HashMap<>();
        int end = from;
        Matcher label = LABEL.matcher(line).region(from, line.length());
        while (label.find()) {
            labels.put(label.group(1), unescaped(label.group(2)));
            end = label.end();
        }
        Matcher value = VALUE.matcher(line).region(end, line.length()).useTransparentBounds(true);
        return new Sample(labels, value.matches() ? value.group(1) : "");
    }

    private static String unescaped(String value) {
        return ESCAPE.matcher(value)
                .replaceAll(escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
    }

    /** A label; empty if the line has none of the name. */
    String label(String name) {
        return labels.getOrDefault(name, "");
    }

    /** The monitor whose id is a valid one. */
    Monitor monitor() {
        String url = target("monitor_url");
        String host = target("monitor_hostname");
        String port = target("monitor_port");
        String address = host.isEmpty() || port.isEmpty() ? host : host + ":" + port;
        String type = label("monitor_type");
        MonitorId id = new MonitorId(label("monitor_id"));
        return new Monitor(id, KumaValues.kind(type), type, label("monitor_name"), url.isEmpty() ? address : url, "");
    }

    // What Uptime Kuma writes of a monitor that has none.
    private String target(String name) {
        return label(name).matches("null|https://") ? "" : label(name);
    }
}
