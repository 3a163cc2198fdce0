package com.elytracloud.status.faults;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.LocalWorld;

import static com.elytracloud.status.faults.Memories.bytes;
import static com.elytracloud.status.faults.Promise.Around.STATE;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/** A memory that cannot be understood: the run goes on without it, and loses nothing. */
final class CorruptStateIT extends FaultStage {
    private static final String CORRUPT = "state CORRUPT";
    private static final String KEPT = "kept as elytra-status/state/state.corrupt-";
    private static final String LOST = "bytes lost, a run number used twice";
    private static final String ASIDE = "state/state.corrupt-";
    private static final int MORE_THAN_IS_READ = 4 * 1024 * 1024 + 1;

    @Promise(
            around = STATE,
            when = "it is cut short",
            published = Published.OPERATIONAL,
            told = {CORRUPT, KEPT},
            never = LOST)
    void cut() throws Exception {
        corrupting(memory -> Arrays.copyOf(memory, memory.length / 2));
    }

    @Promise(
            around = STATE,
            when = "one byte of it changed",
            published = Published.OPERATIONAL,
            told = {CORRUPT, "checksum", KEPT},
            never = LOST)
    void edited() throws Exception {
        corrupting(memory -> {
            byte[] edited = memory.clone();
            edited[memory.length / 2] ^= 1;
            return edited;
        });
    }

    @Promise(
            around = STATE,
            when = "it is not JSON",
            published = Published.OPERATIONAL,
            told = {CORRUPT, KEPT},
            never = LOST)
    void noJson() throws Exception {
        corrupting(memory -> bytes("<html><body>Not here</body></html>"));
    }

    @Promise(
            around = STATE,
            when = "it is empty",
            published = Published.OPERATIONAL,
            told = {CORRUPT, KEPT},
            never = LOST)
    void empty() throws Exception {
        corrupting(memory -> new byte[0]);
    }

    @Promise(
            around = STATE,
            when = "a number in it is text",
            published = Published.OPERATIONAL,
            told = {CORRUPT, "seq", KEPT},
            never = LOST)
    void wrongTypes() throws Exception {
        corrupting(memory -> Memories.changed(memory, json -> ((ObjectNode) json.get("state")).put("seq", "12")));
    }

    @Promise(
            around = STATE,
            when = "it is too large",
            published = Published.OPERATIONAL,
            told = {CORRUPT, "4194304 bytes", KEPT},
            never = LOST)
    void tooLarge() throws Exception {
        corrupting(memory -> Arrays.copyOf(memory, MORE_THAN_IS_READ));
    }

    @Promise(
            around = STATE,
            when = "it is invalid, and the copy to keep is refused",
            published = Published.OPERATIONAL,
            told = {"could not be kept", "FORBIDDEN"},
            never = "the state replaced")
    void notKeptAside() throws Exception {
        byte[] broken = bytes("{\"schema\":4");
        afterwards(
                world -> {
                    world.remember(broken);
                    world.storage()
                            .front()
                            .stubFor(put(urlPathMatching(".*/state\\.corrupt-.*"))
                                    .willReturn(Listings.error(403, "AccessDenied")));
                },
                world -> assertThat(world.memory()).isEqualTo(broken));
    }

    private byte[] corrupt;
    private long published;

    private void corrupting(UnaryOperator<byte[]> change) throws Exception {
        afterwards(
                world -> {
                    published = Memories.seq(world.memory());
                    corrupt = change.apply(world.memory());
                    world.remember(corrupt);
                },
                world -> {
                    assertThat(aside(world.storage())).isEqualTo(corrupt);
                    assertThat(Memories.seq(world.memory())).isGreaterThan(published);
                });
    }

    private static byte[] aside(LocalS3 storage) throws IOException {
        List<String> kept = storage.keys(LocalWorld.SITE).stream()
                .filter(key -> key.startsWith(ASIDE))
                .toList();
        assertThat(kept).hasSize(1);
        return storage.find(LocalWorld.SITE, kept.get(0)).orElseThrow();
    }
}
