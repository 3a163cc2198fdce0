package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.http.ApiCallException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class MetricsParserTest {
    static final String WHOLE = "# HELP monitor_status Monitor Status\n%sexpressjs_number_of_open_connections 0\n";

    @Test
    void theRecordedFleetIsRead() throws IOException {
        Metrics metrics = recorded("2.5.3/metrics");

        assertThat(metrics.version()).isEqualTo("2.5.3");
        assertThat(metrics.startedAt()).isEqualTo(Instant.ofEpochSecond(1_795_212_062));
        assertThat(metrics.monitors()).hasSize(22);
        assertThat(metrics.nameless()).isZero();
        assertThat(metrics.unreadable()).isZero();
        assertThat(state(metrics, "1")).isEqualTo(Monitor.State.UP);
        assertThat(state(metrics, "8")).isEqualTo(Monitor.State.DOWN);
        assertThat(state(metrics, "11")).isEqualTo(Monitor.State.PENDING);
        assertThat(state(metrics, "10")).isEqualTo(Monitor.State.MAINTENANCE);
        assertThat(metrics.monitors().get(new MonitorId("1")).uptime())
                .isEqualTo(Map.of(
                        UptimeWindow.LAST_24H, new BigDecimal("0.980276134122288"),
                        UptimeWindow.LAST_30D, new BigDecimal("0.9576310427857011")));
    }

    @Test
    void kuma1NamesNoIds() throws IOException {
        Metrics metrics = recorded("1.23.17/metrics");

        assertThat(metrics.version()).isEqualTo("1.23.17");
        assertThat(metrics.monitors()).isEmpty();
        assertThat(metrics.nameless()).isEqualTo(21);
        assertThat(metrics.unreadable()).isZero();
    }

    @Test
    void everyNastyNameIsReadAsItWasTyped() throws IOException {
        Metrics metrics = recorded("2.5.3/metrics-nasty-names");

        assertThat(monitor(metrics, "3").name()).isEqualTo("API \"v2\", EU\\west {prod=\"1\"}");
        assertThat(monitor(metrics, "4").name()).isEqualTo("Zahlungen – 決済 💳\nline two");
        assertThat(monitor(metrics, "21").name()).isEqualTo("CR\rinside, tab\t, LS\u2028, NEL\u0085, NUL-free");
        assertThat(monitor(metrics, "22").name())
                .isEqualTo("evil\",monitor_id=\"1\",x=\"} 0\nmonitor_status{monitor_id=\"1\"} 0");
        assertThat(monitor(metrics, "23").name()).isEqualTo("ends with backslash \\");
        assertThat(monitor(metrics, "24").name()).isEqualTo(" ");
        assertThat(monitor(metrics, "25").name())
                .isEqualTo("\u00dcn\u00ef <b>&amp;</b> 'single' #hash %25 + ${x} \u202ertl");
        assertThat(state(metrics, "1")).isEqualTo(Monitor.State.UP);
        assertThat(metrics.monitors()).hasSize(22);
    }

    @Test
    void targetsAndKindsAreReadByName() throws IOException {
        Metrics metrics = recorded("2.5.3/metrics");

        assertThat(monitor(metrics, "1"))
                .isEqualTo(new Monitor(
                        new MonitorId("1"), Monitor.Kind.PROBE, "http", "Website", "http://127.0.0.1:3010/", ""));
        assertThat(monitor(metrics, "5").target()).isEqualTo("127.0.0.1:3011");
        assertThat(monitor(metrics, "6").target()).isEqualTo("127.0.0.1");
        assertThat(monitor(metrics, "7").target()).isEmpty();
        assertThat(monitor(metrics, "7").kind()).isEqualTo(Monitor.Kind.PUSH);
        assertThat(monitor(metrics, "2").kind()).isEqualTo(Monitor.Kind.GROUP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{monitor_id=\"7\"} 1                       | UP",
                "{ monitor_id = \"7\" , } 1                 | UP",
                "{monitor_id=\"7\"}\t1\t1795212062000       | UP",
                "{monitor_id=\"7\"} 4                       | UNRECOGNISED",
                "{monitor_id=\"7\"} Nan                     | UNRECOGNISED",
                "{monitor_id=\"7\"} 1.0                     | UNRECOGNISED",
                "{monitor_id=\"7\"}                         | UNRECOGNISED",
                "{monitor_id=\"7\"} 1 2 3                   | UNRECOGNISED",
                "{monitor_id=\"7\"                          | UNRECOGNISED",
                "{monitor_id=\"7\",                         | UNRECOGNISED",
                "{monitor_id=\"7\",monitor_name=\"open 1    | UNRECOGNISED",
                "{monitor_id=\"7\",monitor_name=\"open\\    | UNRECOGNISED",
                "{monitor_id=\"7\",=\"x\"} 1                | UNRECOGNISED",
                "{monitor_id=\"7\" env=\"x\"} 1             | UNRECOGNISED",
                "{monitor_id=\"7\",env=x} 1                 | UNRECOGNISED",
                "{monitor_id=\"7\" 1                        | UNRECOGNISED",
                "{monitor_id=\"7\",\"a\"} 1                | UNRECOGNISED"
            })
    void aLineWithAReadableIdIsNeverLost(String line, Monitor.State state) throws IOException {
        assertThat(state(parse("monitor_status" + line.strip() + "\n"), "7")).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monitor_status{monitor_id=\"\"} 1",
                "monitor_status{monitor_id=\"<7>\"} 1",
                "monitor_status{monitor_id=7} 1",
                "monitor_status{} x",
                "monitor_status ",
                "monitor_status{\\\"}}}"
            })
    void aLineWithoutAUsableIdIsCountedAndLeftOut(String garbage) throws IOException {
        Metrics metrics = parse(garbage + "\nmonitor_status{monitor_id=\"1\"} 1\n");

        assertThat(metrics.monitors()).containsOnlyKeys(new MonitorId("1"));
        assertThat(metrics.unreadable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monitor_status_of_others{monitor_id=\"2\"} 0",
                "xmonitor_status{monitor_id=\"2\"} 0",
                "# monitor_status{monitor_id=\"2\"} 0",
                "monitor_status",
                "\u0000\u0001{{{",
                ""
            })
    void otherLinesAreIgnored(String line) throws IOException {
        Metrics metrics = parse(line + "\nmonitor_status{monitor_id=\"1\"} 1\n");

        assertThat(metrics.monitors()).containsOnlyKeys(new MonitorId("1"));
        assertThat(metrics.unreadable()).isZero();
    }

    @Test
    void bytesThatAreNotUtf8AreSurvived() throws IOException {
        byte[] body = WHOLE.formatted("monitor_status{monitor_name=\"\u00ff\u00c3\",monitor_id=\"1\"} 1\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        Metrics metrics = MetricsParser.parse(new ByteArrayInputStream(body));

        assertThat(state(metrics, "1")).isEqualTo(Monitor.State.UP);
        assertThat(monitor(metrics, "1").name()).isEqualTo("\ufffd\ufffd");
    }

    @Test
    void aLineBeyondTheBufferKeepsItsIdAndHarmsNoOther() throws IOException {
        String name = "x".repeat(3 * MetricsParser.MAX_LINE);

        Metrics metrics = parse("monitor_status{monitor_id=\"1\"} 1\n"
                + "monitor_status{monitor_id=\"2\",monitor_name=\"" + name + "\"} 1\n"
                + "monitor_status{monitor_id=\"3\"} 0\n");

        assertThat(state(metrics, "1")).isEqualTo(Monitor.State.UP);
        assertThat(state(metrics, "2")).isEqualTo(Monitor.State.UNRECOGNISED);
        assertThat(state(metrics, "3")).isEqualTo(Monitor.State.DOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2})
    void aFigureAtTheEdgeOfTheBufferIsNotReadInPart(int offset) throws IOException {
        String start = "monitor_status{monitor_id=\"2\",x=\"";
        String filler = "x".repeat(MetricsParser.MAX_LINE - start.length() - "\"} 1".length() + offset);

        Metrics metrics = parse(start + filler + "\"} 10\nmonitor_status{monitor_id=\"3\"} 0\n");

        assertThat(state(metrics, "2")).isEqualTo(Monitor.State.UNRECOGNISED);
        assertThat(state(metrics, "3")).isEqualTo(Monitor.State.DOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 4096})
    void theSizeOfThePiecesDoesNotMatter(int piece) throws IOException {
        byte[] body = Recording.of("2.5.3/metrics-nasty-names").body();

        assertThat(MetricsParser.parse(new InPieces(body, piece))).isEqualTo(recorded("2.5.3/metrics-nasty-names"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor_status{monitor_id=\"1\"} 1", "monitor_status{monitor_id=\"1\"} 1\nmonit", "# HE"})
    void aBodyThatEndsInTheMiddleOfALineIsNoEvidence(String body) {
        assertThatThrownBy(() -> parseOnly(body)).isInstanceOf(EOFException.class);
    }

    @Test
    void anEndlessLineThatEndsIsNoEvidence() {
        assertThatThrownBy(() -> parseOnly("# ".repeat(2 * MetricsParser.MAX_LINE)))
                .isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# HELP up Up.\nup 1\nexpressjs_number_of_open_connections 0\n"})
    void metricsOfSomethingElseAreNotKumas(String body) {
        assertThatThrownBy(() -> parseOnly(body)).isInstanceOf(ApiCallException.class);
    }

    @Test
    void anAnnouncementWithoutLinesIsAKumaWithoutMonitors() throws IOException {
        Metrics metrics = parse("# TYPE monitor_status gauge\n");

        assertThat(metrics.monitors()).isEmpty();
        assertThat(metrics.startedAt()).isEqualTo(Instant.MIN);
    }

    @Test
    void aMonitorListedTwiceAlikeIsOneMonitor() throws IOException {
        Metrics metrics = parse("""
                monitor_status{monitor_id="1",monitor_name="a"} 1
                monitor_status{env="prod",monitor_id="1",monitor_name="a"} 1
                """);

        assertThat(state(metrics, "1")).isEqualTo(Monitor.State.UP);
    }

    @Test
    void aMonitorThatContradictsItselfIsNotBelieved() throws IOException {
        Metrics metrics = parse("""
                monitor_status{monitor_id="1",monitor_name="a"} 1
                monitor_status{monitor_id="1",monitor_name="b"} 0
                monitor_status{monitor_id="1",monitor_name="b"} 1
                """);

        assertThat(state(metrics, "1")).isEqualTo(Monitor.State.UNRECOGNISED);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "0, true",
        "0.9794941900205059, true",
        "6.9e-7, true",
        "1.0000000000000002, false",
        "-0.1, false",
        "Nan, false",
        "NaN, false",
        "+Inf, false",
        "1e-999999999, false",
        "1e-2147483649, false",
        "0.00000000000000000000000000000000000000001, false",
        "1e999999999, false",
        "'', false",
        "0x1p-1, false"
    })
    void onlyAShareFromNoneToAllIsOne(String figure, boolean accepted) throws IOException {
        assertThat(shares("monitor_uptime_ratio{monitor_id=\"1\",window=\"1d\"} %s\n".formatted(figure))
                        .isEmpty())
                .isNotEqualTo(accepted);
    }

    @Test
    void sharesThatDifferAreNone() throws IOException {
        String share = "monitor_uptime_ratio{monitor_id=\"1\",window=\"1d\"} ";

        assertThat(shares(share + "1\n" + share + "1.0\n")).hasSize(1);
        assertThat(shares(share + "1\n" + share + "0.5\n" + share + "1\n")).isEmpty();
    }

    private static Map<UptimeWindow, BigDecimal> shares(String lines) throws IOException {
        return parse("monitor_status{monitor_id=\"1\"} 1\n" + lines)
                .monitors()
                .get(new MonitorId("1"))
                .uptime();
    }

    @ParameterizedTest
    @CsvSource({
        "1795212062, 2026-11-20T22:01:02Z",
        "1795212062.53, 2026-11-20T22:01:02.530Z",
        "0, -1000000000-01-01T00:00:00Z",
        "Nan, -1000000000-01-01T00:00:00Z",
        "1e39, -1000000000-01-01T00:00:00Z",
        "1e-999999999, -1000000000-01-01T00:00:00Z"
    })
    void theStartIsAnInstantOrNotTold(String figure, Instant startedAt) throws IOException {
        assertThat(parse("process_start_time_seconds " + figure + "\n").startedAt())
                .isEqualTo(startedAt);
    }

    private static Metrics recorded(String name) throws IOException {
        return MetricsParser.parse(new ByteArrayInputStream(Recording.of(name).body()));
    }

    /** A whole body with these lines. */
    private static Metrics parse(String lines) throws IOException {
        return parseOnly(WHOLE.formatted(lines));
    }

    private static Metrics parseOnly(String body) throws IOException {
        return MetricsParser.parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Monitor.State state(Metrics metrics, String id) {
        return metrics.monitors().get(new MonitorId(id)).state();
    }

    private static Monitor monitor(Metrics metrics, String id) {
        return metrics.monitors().get(new MonitorId(id)).monitor();
    }

    /** A network that gives little at a time. */
    private static final class InPieces extends InputStream {
        private final ByteArrayInputStream in;
        private final int size;

        InPieces(byte[] bytes, int size) {
            this.in = new ByteArrayInputStream(bytes);
            this.size = size;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return in.read(bytes, offset, Math.min(size, length));
        }
    }
}
