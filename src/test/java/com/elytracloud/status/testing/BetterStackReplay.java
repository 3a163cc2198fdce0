package com.elytracloud.status.testing;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;

/**
 * Better Stack as it is documented, answering now: the example replies, with the checks moved to half a minute ago and
 * single monitors down on demand. It was never compared with the service itself.
 */
public final class BetterStackReplay extends Replay {
    /** The token it accepts, in the form real ones have. */
    public static final String TOKEN = "demoDemoDemo1234demoDemo";

    private static final Set<String> HEALTHY = Set.of("258301", "258302", "258303", "258304", "258305");
    private static final String MONITORS = resource("/betterstack/monitors.json");
    private static final String UNAUTHORIZED = resource("/betterstack/unauthorized.json");
    private static final String JSON = "application/json; charset=utf-8";
    private static final Pattern UP =
            Pattern.compile("(\"id\": \"(\\d+)\",\\s+\"type\": \"monitor\".*?\"status\": \")up\"", Pattern.DOTALL);
    private static final Pattern CHECKED = Pattern.compile("\"last_checked_at\": \"[^\"]+\"");

    private final Set<String> down = ConcurrentHashMap.newKeySet();

    /** Starts answering on a free port of loopback. */
    public BetterStackReplay() throws IOException {}

    @Override
    public String service() {
        return "Better Stack";
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("BETTER_STACK_URL", url(), "BETTER_STACK_TOKEN", TOKEN);
    }

    @Override
    public Map<String, String> healthy() {
        return Map.of(
                "MONITOR_IDS",
                HEALTHY.stream().sorted().collect(Collectors.joining(",")),
                "COMPONENTS",
                "Websites=258301,258302;Gateway=258303;Network=258304;Databases=258305");
    }

    @Override
    public void failOne() {
        down.add("258302");
    }

    @Override
    public void failMost() {
        down.addAll(Set.of("258301", "258302", "258304"));
    }

    @Override
    public void recover() {
        down.clear();
    }

    @Override
    void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, JSON, UNAUTHORIZED);
        } else if (path.startsWith("/api/v2/monitors?")) {
            answer(exchange, 200, JSON, monitors());
        } else {
            answer(exchange, 404, JSON, "{\"errors\":\"Resource with provided ID was not found\"}");
        }
    }

    private String monitors() {
        String states = UP.matcher(MONITORS)
                .replaceAll(monitor -> Matcher.quoteReplacement(
                        down.contains(monitor.group(2)) ? monitor.group(1) + "down\"" : monitor.group()));
        return CHECKED.matcher(states)
                .replaceAll(
                        "\"last_checked_at\": \"%s\"".formatted(Instant.now().minusSeconds(30)));
    }
}
