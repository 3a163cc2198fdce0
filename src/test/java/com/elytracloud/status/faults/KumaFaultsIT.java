package com.elytracloud.status.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.Replay;

import static com.elytracloud.status.faults.Answers.hangUp;
import static com.elytracloud.status.faults.Answers.once;
import static com.elytracloud.status.faults.Answers.reply;
import static com.elytracloud.status.faults.Answers.reset;
import static com.elytracloud.status.faults.Promise.Around.KUMA;
import static org.assertj.core.api.Assertions.assertThat;

/** Uptime Kuma, broken in every way that a network, a proxy or a server can break. */
final class KumaFaultsIT extends FaultStage {
    private static final String METRICS = "HTTP/1.1 200 OK\nContent-Type: text/plain; version=0.0.4; charset=utf-8";
    private static final byte[] FILLER = "# filler\n".repeat(8192).getBytes(StandardCharsets.US_ASCII);

    @Promise(
            around = KUMA,
            when = "nothing listens on its port",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE"})
    void refused() throws Exception {
        when(world -> world.kumaDoor().shut());
    }

    @Promise(
            around = KUMA,
            when = "it asks for a longer pause than a run may take (429)",
            published = Published.UNKNOWN,
            told = {"THROTTLED"},
            never = "a retry")
    void throttled() throws Exception {
        whenAskedOnce(reply("HTTP/1.1 429 Too Many Requests\nRetry-After: 3600", ""));
    }

    @Promise(
            around = KUMA,
            when = "its proxy asks for a longer pause than a run may take (503)",
            published = Published.UNKNOWN,
            told = {"SERVER_ERROR", "503"},
            never = "a retry")
    void away() throws Exception {
        whenAskedOnce(reply("HTTP/1.1 503 Service Unavailable\nRetry-After: 3600", ""));
    }

    @Promise(
            around = KUMA,
            when = "the connection is reset during its response",
            published = Published.UNKNOWN,
            told = {"CUT_SHORT"})
    void brokenOff() throws Exception {
        when(world -> world.kumaDoor()
                .meet(reset(reply(METRICS + "\nTransfer-Encoding: chunked", out -> chunk(out, half(world))))));
    }

    @Promise(
            around = KUMA,
            when = "its response is shorter than Content-Length",
            published = Published.UNKNOWN,
            told = {"CUT_SHORT"},
            never = "partial data used")
    void shorter() throws Exception {
        when(world -> world.kumaDoor()
                .meet(reply(METRICS + "\nConnection: close\nContent-Length: 1000000", out -> out.write(all(world)))));
    }

    @Promise(
            around = KUMA,
            when = "its response is longer than Content-Length",
            published = Published.UNKNOWN,
            told = {"CUT_SHORT"},
            never = "partial data used")
    void longer() throws Exception {
        when(world -> world.kumaDoor().meet(reply(METRICS + "\nContent-Length: 1000", out -> out.write(all(world)))));
    }

    @Promise(
            around = KUMA,
            when = "its response is endless",
            published = Published.UNKNOWN,
            told = {"TOO_LARGE"})
    void endless() throws Exception {
        when(world -> world.kumaDoor().meet(reply(METRICS + "\nTransfer-Encoding: chunked", out -> {
            while (true) {
                chunk(out, FILLER);
            }
        })));
    }

    @Promise(
            around = KUMA,
            when = "its compressed response unpacks endlessly",
            published = Published.UNKNOWN,
            told = {"TOO_LARGE"})
    void bomb() throws Exception {
        when(world -> world.kumaDoor().meet(reply(METRICS + "\nConnection: close\nContent-Encoding: gzip", out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                while (true) {
                    gzip.write(FILLER);
                }
            }
        })));
    }

    @Promise(
            around = KUMA,
            when = "a web page responds in its place (200)",
            published = Published.UNKNOWN,
            told = {"WRONG_SERVICE"})
    void aPage() throws Exception {
        when(world -> world.kumaDoor()
                .meet(reply(
                        "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8",
                        "<h1>All Systems Operational</h1>")));
    }

    @Promise(
            around = KUMA,
            when = "it redirects to another host",
            published = Published.UNKNOWN,
            told = {"REDIRECTED"},
            never = "a request or the key to the other host")
    void redirected() throws Exception {
        try (Replay elsewhere = new KumaReplay()) {
            when(world ->
                    world.kumaDoor().meet(reply("HTTP/1.1 302 Found\nLocation: " + elsewhere.url() + "/metrics", "")));

            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Promise(
            around = KUMA,
            when = "it closes two connections and answers the third",
            published = Published.OPERATIONAL,
            told = {"FOUND"})
    void hangsUpTwice() throws Exception {
        when(world -> world.kumaDoor()
                .meet(once(hangUp(), once(hangUp(), world.kumaDoor().usual()))));
    }

    @Promise(
            around = KUMA,
            when = "the connection kept from the previous run is dead",
            published = Published.OPERATIONAL,
            told = {"FOUND"})
    void stale() throws Exception {
        when(world -> world.kumaDoor().loseWhatStands());
    }

    private void whenAskedOnce(Door.Visit answer) throws Exception {
        int[] before = new int[1];
        when(world -> {
            before[0] = world.kumaDoor().visits();
            world.kumaDoor().meet(answer);
        });
        assertThat(world().kumaDoor().visits()).isEqualTo(before[0] + 1);
    }

    private static byte[] all(BrokenWorld world) {
        return world.kuma().metrics().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] half(BrokenWorld world) {
        byte[] all = all(world);
        return Arrays.copyOf(all, all.length / 2);
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write("%x\r\n".formatted(bytes.length).getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
