package com.elytracloud.status.faults;

import static com.elytracloud.status.faults.Answers.reply;
import static com.elytracloud.status.faults.Promise.Around.KUMA;

/** Uptime Kuma, which keeps us waiting. */
final class KumaHangsIT extends HangingStage {
    @Promise(
            around = KUMA,
            when = "it does not respond",
            published = Published.UNKNOWN,
            told = {"TIMED_OUT"},
            hangs = true)
    void neverAnswers() throws Exception {
        when(world -> world.kumaDoor().meet(Answers.never()));
    }

    @Promise(
            around = KUMA,
            when = "connections are neither accepted nor refused",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE", "no connection"},
            hangs = true)
    void swallowed() throws Exception {
        when(world -> world.kumaDoor().swallow());
    }

    @Promise(
            around = KUMA,
            when = "its response is endless and slow",
            published = Published.UNKNOWN,
            told = {"TIMED_OUT"},
            hangs = true)
    void trickles() throws Exception {
        when(world -> world.kumaDoor()
                .meet(reply(
                        "HTTP/1.1 200 OK\nContent-Type: text/plain; version=0.0.4; charset=utf-8\n"
                                + "Transfer-Encoding: chunked",
                        Answers.trickle("#\n"))));
    }
}
