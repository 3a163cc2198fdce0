package com.elytracloud.status.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static com.elytracloud.status.faults.Answers.reply;
import static com.elytracloud.status.faults.Promise.Around.KUMA;

/** Uptime Kuma, which keeps us waiting. */
final class KumaHangsIT extends HangingStage {
    @Promise(
            around = KUMA,
            when = "it takes the request and never answers",
            published = Published.UNKNOWN,
            told = {"TIMED_OUT"},
            hangs = true)
    void neverAnswers() throws Exception {
        when(world -> world.kumaDoor().meet(Answers.never()));
    }

    @Promise(
            around = KUMA,
            when = "connections to it vanish, neither taken nor refused",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE", "no connection"},
            hangs = true)
    void swallowed() throws Exception {
        when(world -> world.kumaDoor().swallow());
    }

    @Promise(
            around = KUMA,
            when = "its answer trickles in, some bytes at a time, and never ends",
            published = Published.UNKNOWN,
            told = {"TIMED_OUT"},
            hangs = true)
    void trickles() throws Exception {
        when(world -> world.kumaDoor()
                .meet(reply(
                        "HTTP/1.1 200 OK\nContent-Type: text/plain; version=0.0.4; charset=utf-8\n"
                                + "Transfer-Encoding: chunked",
                        KumaHangsIT::trickle)));
    }

    // Each read brings something, so only a limit of the whole can end it.
    private static void trickle(OutputStream out) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(200, TimeUnit.MILLISECONDS)) {
            out.write("2\r\n#\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
