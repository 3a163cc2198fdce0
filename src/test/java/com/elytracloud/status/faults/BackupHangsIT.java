package com.elytracloud.status.faults;

import java.time.Instant;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import static com.elytracloud.status.faults.Listings.asked;
import static com.elytracloud.status.faults.Listings.error;
import static com.elytracloud.status.faults.Listings.objects;
import static com.elytracloud.status.faults.Listings.page;
import static com.elytracloud.status.faults.Promise.Around.BACKUPS;

/** The bucket of the backups, when it does not answer, or does not come to an end. */
final class BackupHangsIT extends HangingStage {
    @Promise(
            around = BACKUPS,
            when = "it does not respond",
            published = Published.BACKUPS_UNKNOWN,
            told = {"TIMED_OUT"},
            hangs = true)
    void neverAnswers() throws Exception {
        when(world -> answer(world, asked(), Hanging.answer()));
    }

    @Promise(
            around = BACKUPS,
            when = "it asks for fewer requests in every response (503 SlowDown)",
            published = Published.BACKUPS_UNKNOWN,
            told = {"THROTTLED"},
            hangs = true)
    void alwaysSlowsUsDown() throws Exception {
        when(world -> answer(world, asked(), error(503, "SlowDown")));
    }

    @Promise(
            around = BACKUPS,
            when = "its listing has endless pages",
            published = Published.BACKUPS_UNKNOWN,
            told = {"the listing is incomplete: TIMED_OUT"},
            hangs = true)
    void neverEnds() throws Exception {
        when(world -> answer(
                world,
                asked(),
                page("<IsTruncated>true</IsTruncated>"
                                + "<NextContinuationToken>{{randomValue length=20}}</NextContinuationToken>"
                                + objects(world.storage(), Instant.now()))
                        // So many pages that the time is over before they are.
                        .withFixedDelay(20)
                        .withTransformers("response-template")));
    }

    private static void answer(BrokenWorld world, MappingBuilder request, ResponseDefinitionBuilder answer) {
        world.storage().front().stubFor(request.willReturn(answer));
    }
}
