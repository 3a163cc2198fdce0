package com.elytracloud.status.faults;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;

import com.elytracloud.status.testing.LocalWorld;

import static com.elytracloud.status.faults.Answers.reply;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/** Something that goes wrong in a soak, and what it takes from a run. */
enum Mishap {
    KUMA_REFUSES(Loss.MONITORS, (world, random) -> world.kumaDoor().shut()),
    KUMA_CUTS(Loss.MONITORS, (world, random) -> world.kumaDoor().cutAfter(random.nextInt(2000))),
    KUMA_FAILS(Loss.MONITORS, (world, random) -> world.kumaDoor()
            .meet(reply("HTTP/1.1 %d No\nRetry-After: 60".formatted(400 + random.nextInt(200)), "no"))),
    KUMA_IS_ANOTHER(Loss.MONITORS, (world, random) -> world.kumaDoor()
            .meet(reply("HTTP/1.1 200 OK\nContent-Type: text/html", noise(random)))),
    KUMA_HAS_ANOTHER_KEY(Loss.MONITORS, (world, random) -> world.kuma().changeKey()),
    BACKUPS_REFUSED(
            Loss.BACKUPS,
            (world, random) -> answer(world, get(urlPathMatching("/" + LocalWorld.BACKUPS + "/?.*")), 403)),
    BACKUPS_SLOWED_DOWN(
            Loss.BACKUPS,
            (world, random) -> answer(world, get(urlPathMatching("/" + LocalWorld.BACKUPS + "/?.*")), 503)),
    LISTING_IS_NOISE(Loss.BACKUPS, (world, random) -> world.storage()
            .front()
            .stubFor(get(urlPathMatching("/" + LocalWorld.BACKUPS + "/?"))
                    .willReturn(aResponse().withBody(noise(random))))),
    MEMORY_UNREADABLE(
            Loss.NOTHING, (world, random) -> answer(world, get(urlPathMatching(".*" + BrokenWorld.MEMORY)), 403)),
    MEMORY_CORRUPT(Loss.NOTHING, (world, random) -> world.storage()
            .put(LocalWorld.SITE, BrokenWorld.MEMORY, noise(random).getBytes(StandardCharsets.UTF_8))),
    MEMORY_NOT_TAKEN(
            Loss.NOTHING, (world, random) -> answer(world, put(urlPathMatching(".*" + BrokenWorld.MEMORY)), 403)),
    CONDITIONS_REFUSED(Loss.NOTHING, (world, random) -> world.storage().refuseEveryCondition()),
    STATUS_NOT_TAKEN(Loss.SITE, (world, random) -> answer(world, put(urlPathMatching(".*/status.json")), 403)),
    PAGE_NOT_TAKEN(Loss.SITE, (world, random) -> answer(world, put(urlPathMatching(".*/index.html")), 500)),
    ANSWERS_LOST(Loss.CERTAINTY, (world, random) -> world.storage().loseAnswers()),
    STORAGE_CUTS(Loss.CERTAINTY, (world, random) -> world.storageDoor().cutAfter(random.nextInt(5000))),
    STORAGE_GONE(Loss.SITE, (world, random) -> world.storageDoor().shut());

    private final Loss loss;
    // None of them holds anything that could change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Blow blow;

    Mishap(Loss loss, Blow blow) {
        this.loss = loss;
        this.blow = blow;
    }

    /** What a run has not got then. */
    enum Loss {
        NOTHING,
        /** No evidence of any monitor. */
        MONITORS,
        /** No evidence of any backup. */
        BACKUPS,
        /** A refreshed public file; the old one stays. */
        SITE,
        /** Whether something was written, and what the storage holds. */
        CERTAINTY
    }

    private interface Blow {
        void fall(BrokenWorld world, RandomGenerator random);
    }

    Loss loss() {
        return loss;
    }

    void befall(BrokenWorld world, RandomGenerator random) {
        blow.fall(world, random);
    }

    private static void answer(BrokenWorld world, MappingBuilder request, int status) {
        world.storage().front().stubFor(request.willReturn(WireMock.status(status)));
    }

    private static String noise(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
