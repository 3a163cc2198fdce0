package com.elytracloud.status.faults;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.Replay;

import static com.elytracloud.status.faults.Answers.reply;
import static com.elytracloud.status.faults.Promise.Around.KUMA;
import static org.assertj.core.api.Assertions.assertThat;

/** Uptime Kuma, broken in every way. */
final class KumaFaultsIT extends FaultStage {
    @Promise(
            around = KUMA,
            when = "nothing listens at its address",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE"})
    void refused() throws Exception {
        when(world -> world.kumaDoor().shut());
    }

    @Promise(
            around = KUMA,
            when = "it sends us on to another host",
            published = Published.UNKNOWN,
            told = {"REDIRECTED"},
            never = "the other host was asked, let alone given the key")
    void redirected() throws Exception {
        try (Replay elsewhere = new KumaReplay()) {
            when(world ->
                    world.kumaDoor().meet(reply("HTTP/1.1 302 Found\nLocation: " + elsewhere.url() + "/metrics", "")));

            assertThat(elsewhere.requests()).isZero();
        }
    }
}
