package com.elytracloud.status.faults;

import java.time.LocalDate;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;

import com.elytracloud.status.testing.LocalWorld;

import static com.elytracloud.status.faults.BrokenWorld.MEMORY;
import static com.elytracloud.status.faults.Listings.error;
import static com.elytracloud.status.faults.Promise.Around.STATE;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** The place of the memory, broken in every way but hanging, and memories of other versions. */
final class StateFaultsIT extends FaultStage {
    private static final String CHANGED = "the state changed";
    private static final String AT = "/" + LocalWorld.SITE + "/" + MEMORY;

    private byte[] before;

    @Promise(
            around = STATE,
            when = "reading it is forbidden (403)",
            published = Published.OPERATIONAL,
            told = {"state UNAVAILABLE", "FORBIDDEN"},
            never = CHANGED)
    void unreadable() throws Exception {
        unchanged(world -> answer(world, get(urlPathEqualTo(AT)), 403, "AccessDenied"));
    }

    @Promise(
            around = STATE,
            when = "writing it is forbidden (403)",
            published = Published.OPERATIONAL,
            told = {"FORBIDDEN: sending elytra-status/state/elytra-status.json: answer 403 AccessDenied"},
            never = CHANGED)
    void unwritable() throws Exception {
        unchanged(world -> answer(world, put(urlPathEqualTo(AT)), 403, "AccessDenied"));
    }

    @Promise(
            around = STATE,
            when = "writing it gets 500",
            published = Published.OPERATIONAL,
            told = {"SERVER_ERROR: sending elytra-status/state/elytra-status.json: answer 500"},
            never = CHANGED)
    void brokenOnWriting() throws Exception {
        unchanged(world -> answer(world, put(urlPathEqualTo(AT)), 500, "UnknownError"));
    }

    @Promise(
            around = STATE,
            when = "another run wrote it first, and our write gets 500",
            published = Published.AS_BEFORE,
            ends = Promise.Ends.SUPERSEDED,
            told = {"superseded"},
            never = "the other run's state lost")
    void lostRace() throws Exception {
        byte[] rival = Memories.bytes("of another run");
        afterwards(
                world -> {
                    answer(world, put(urlPathEqualTo(AT)), 500, "UnknownError");
                    world.storage().meanwhile("PUT", MEMORY, () -> world.remember(rival));
                },
                world -> assertThat(world.memory()).isEqualTo(rival));
    }

    @Promise(
            around = STATE,
            when = "the response to its write is lost",
            published = Published.OPERATIONAL,
            told = {"published"},
            never = "the run stored twice")
    void lostAnswer() throws Exception {
        afterwards(
                world -> {
                    before = world.memory();
                    world.storage().loseAnswers(MEMORY);
                },
                world -> assertThat(Memories.seq(world.memory())).isEqualTo(Memories.seq(before) + 1));
    }

    @Promise(
            around = STATE,
            when = "a newer version of the program wrote it",
            published = Published.OPERATIONAL,
            told = {"state NEWER", "it is left alone"},
            never = CHANGED)
    void ofALaterVersion() throws Exception {
        unchanged(world -> world.remember(Memories.changed(world.memory(), json -> json.put("schema", 99))));
    }

    @Promise(
            around = STATE,
            when = "an older version of the program wrote it",
            published = Published.OPERATIONAL,
            told = {"published"},
            never = "its history lost")
    void ofAnEarlierVersion() throws Exception {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        afterwards(
                world -> {
                    before = world.memory();
                    world.remember(Memories.ofSchemaThree(before, yesterday.toEpochDay()));
                },
                world -> {
                    JsonNode after = Memories.read(world.memory());
                    assertThat(after.path("schema").asInt()).isEqualTo(6);
                    assertThat(Memories.seq(world.memory())).isEqualTo(Memories.seq(before) + 1);
                    assertThat(after.at("/state/history/worst/" + yesterday).asText())
                            .isEqualTo("outage");
                });
    }

    @Promise(
            around = STATE,
            when = "the incidents cannot be read",
            published = Published.OPERATIONAL,
            told = {"the incidents could not be read", "elytra-status/state/incidents.json"},
            never = "the incidents removed")
    void unreadableIncidents() throws Exception {
        byte[] broken = Memories.bytes("{\"status\":");
        afterwards(world -> world.storage().put(LocalWorld.SITE, "state/incidents.json", broken), world -> assertThat(
                        world.storage().find(LocalWorld.SITE, "state/incidents.json"))
                .hasValue(broken));
    }

    private void unchanged(Stage.Breaking breaking) throws Exception {
        afterwards(
                world -> {
                    breaking.breaks(world);
                    before = world.memory();
                },
                world -> assertThat(world.memory()).isEqualTo(before));
    }

    private static void answer(BrokenWorld world, MappingBuilder request, int status, String code) {
        world.storage().front().stubFor(request.willReturn(error(status, code)));
    }
}
