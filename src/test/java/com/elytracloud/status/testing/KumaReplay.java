package com.elytracloud.status.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

/**
 * Uptime Kuma as it was recorded, answering now: the reply to {@code /metrics} of a real 2.5.3, with the time of its
 * start moved to half an hour ago and the state of single monitors changed on demand; and beside it a status page of the
 * healthy monitors, whose beats are of now.
 */
public final class KumaReplay extends Replay {
    /** The key it accepts, in the form real keys have. */
    public static final String API_KEY = "uk1_demoDemoDemoDemoDemoDemoDemoDemoDemoDemo";

    /** Monitors that are up in the recording; with them the platform is operational. */
    public static final String HEALTHY_MONITORS = "1,3,4,5,6,13,15";

    /** The slug of its status page. */
    public static final String PAGE = "public";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration USUAL_START = Duration.ofMinutes(30);
    private static final int BEATS = 3;
    private static final DateTimeFormatter BEAT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String RECORDED = resource("/kuma/2.5.3/metrics.txt");
    private static final String RECORDED_PAGE = resource("/kuma/2.5.3/statuspage-public.json");
    private static final Pattern STATUS =
            Pattern.compile("^(monitor_status\\{[^\\n]*?monitor_id=\"(\\d+)\"[^\\n]*} )\\d$", Pattern.MULTILINE);
    private static final Pattern START = Pattern.compile("^process_start_time_seconds .*$", Pattern.MULTILINE);

    private final Map<String, Integer> changed = new ConcurrentHashMap<>();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private volatile String key = API_KEY;
    private volatile Duration started = USUAL_START;
    private volatile Duration beat = Duration.ZERO;
    private volatile String beatTime = "";
    private volatile String page = RECORDED_PAGE;

    /** Starts answering on a free port of loopback. */
    public KumaReplay() throws IOException {}

    @Override
    public String service() {
        return "Uptime Kuma";
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("UPTIME_KUMA_URL", url(), "UPTIME_KUMA_API_KEY", API_KEY);
    }

    @Override
    public Map<String, String> healthy() {
        return Map.of("MONITOR_IDS", HEALTHY_MONITORS, "COMPONENTS", "Websites=1,4,13;API=3,15;Databases=5;Network=6");
    }

    @Override
    public void failOne() {
        down(4);
    }

    @Override
    public void failMost() {
        down(1, 3, 4, 6, 13);
    }

    /** From now on these monitors are down. */
    public void down(int... ids) {
        for (int id : ids) {
            changed.put(Integer.toString(id), 0);
        }
    }

    /** From now on these monitors are not there. */
    public void forget(int... ids) {
        for (int id : ids) {
            forgotten.add(Integer.toString(id));
        }
    }

    /** From now on the key is another one. */
    public void changeKey() {
        changeKey("uk2_changed");
    }

    /** From now on the key is this one. */
    public void changeKey(String changed) {
        key = changed;
    }

    /** From now on the newest beats of the status page are of this time, in Kuma's own form. */
    public void beatsAt(String time) {
        beatTime = time;
    }

    /** From now on its status page has these posts, a JSON array in Kuma's own form, and no maintenance. */
    public void pins(String incidents) throws IOException {
        ObjectNode changed = (ObjectNode) MAPPER.readTree(RECORDED_PAGE);
        changed.set("incidents", MAPPER.readTree(incidents));
        changed.putArray("maintenanceList");
        page = changed.toString();
    }

    /** From now on the first group of its status page has this name. */
    public void nameGroup(String name) {
        page = RECORDED_PAGE.replace("\"Core\"", '"' + name + '"');
    }

    /** From now on its process says that it started so long ago; in the future, if that is negative. */
    public void startedAgo(Duration ago) {
        started = ago;
    }

    /** From now on the newest beats of the status page are so old; from the future, if that is negative. */
    public void beatsOf(Duration ago) {
        beat = ago;
    }

    @Override
    public void recover() {
        changed.clear();
        forgotten.clear();
        key = API_KEY;
        started = USUAL_START;
        beat = Duration.ZERO;
        beatTime = "";
        page = RECORDED_PAGE;
    }

    @Override
    void serve(HttpExchange exchange) throws IOException {
        String basic = Base64.getEncoder().encodeToString((":" + key).getBytes(StandardCharsets.UTF_8));
        String address = exchange.getRequestURI().toString();
        if (address.equals("/api/status-page/heartbeat/" + PAGE)) {
            answer(exchange, 200, "application/json; charset=utf-8", heartbeats());
        } else if (address.equals("/api/status-page/" + PAGE)) {
            answer(exchange, 200, "application/json; charset=utf-8", page);
        } else if (!address.equals("/metrics")) {
            answer(exchange, 200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Uptime Kuma</title>");
        } else if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic");
            answer(exchange, 401, "text/html; charset=utf-8", "");
        } else {
            answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics());
        }
    }

    /** What it says to {@code /metrics} now. */
    public String metrics() {
        String states = STATUS.matcher(RECORDED).replaceAll(line -> Matcher.quoteReplacement(state(line)));
        long start = Instant.now().minus(started).getEpochSecond();
        return START.matcher(states).replaceAll("process_start_time_seconds " + start);
    }

    private String state(MatchResult line) {
        if (forgotten.contains(line.group(2))) {
            return "";
        }
        return changed.containsKey(line.group(2)) ? line.group(1) + changed.get(line.group(2)) : line.group();
    }

    private String heartbeats() {
        Instant newest = Instant.now().minus(beat);
        String beats = IntStream.rangeClosed(1, BEATS)
                .mapToObj(i -> BEAT_TIME.format(newest.minusSeconds(60L * (BEATS - i))))
                .map(KumaReplay::beat)
                .collect(Collectors.joining(","));
        String all = beatTime.isEmpty() ? beats : beats + "," + beat(beatTime);
        String list = Stream.of(HEALTHY_MONITORS.split(","))
                .map(id -> "\"%s\":[%s]".formatted(id, all))
                .collect(Collectors.joining(","));
        return "{\"heartbeatList\":{%s},\"uptimeList\":{}}".formatted(list);
    }

    private static String beat(String time) {
        return "{\"status\":1,\"time\":\"%s\",\"msg\":\"\",\"ping\":20}".formatted(time);
    }
}
