package com.elytracloud.status.faults;

import java.time.Instant;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.matching.UrlPattern;

import com.elytracloud.status.testing.LocalWorld;

import static com.elytracloud.status.faults.BrokenWorld.MEMORY;
import static com.elytracloud.status.faults.Listings.asked;
import static com.elytracloud.status.faults.Listings.error;
import static com.elytracloud.status.faults.Listings.objects;
import static com.elytracloud.status.faults.Listings.page;
import static com.elytracloud.status.faults.Promise.Around.BACKUPS;
import static com.elytracloud.status.faults.Promise.Around.LAMBDA;
import static com.elytracloud.status.faults.Promise.Around.SITE;
import static com.elytracloud.status.faults.Promise.Around.STATE;
import static com.elytracloud.status.faults.Promise.Ends.FAILED;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** The storage, when it does not answer, or does not come to an end, in one of the phases of a run. */
final class StorageHangsIT extends HangingStage {
    private static final String CHANGED = "the state changed";

    private byte[] before;

    @Promise(
            around = BACKUPS,
            when = "it does not respond",
            published = Published.BACKUPS_UNKNOWN,
            told = {"TIMED_OUT"},
            hangs = true)
    void unlisted() throws Exception {
        hanging(asked());
    }

    @Promise(
            around = BACKUPS,
            when = "it asks for fewer requests in every response (503 SlowDown)",
            published = Published.BACKUPS_UNKNOWN,
            told = {"THROTTLED"},
            hangs = true)
    void alwaysSlowsUsDown() throws Exception {
        when(world -> world.storage().front().stubFor(asked().willReturn(error(503, "SlowDown"))));
    }

    @Promise(
            around = BACKUPS,
            when = "its listing has endless pages",
            published = Published.BACKUPS_UNKNOWN,
            told = {"the listing is incomplete: TIMED_OUT"},
            hangs = true)
    void neverEnds() throws Exception {
        when(world -> {
            String more = "<IsTruncated>true</IsTruncated>"
                    + "<NextContinuationToken>{{randomValue length=20}}</NextContinuationToken>";
            world.storage()
                    .front()
                    .stubFor(asked().willReturn(page(more + objects(world.storage(), Instant.now()))
                            // So many pages that the time is over before they are.
                            .withFixedDelay(20)
                            .withTransformers("response-template")));
        });
    }

    @Promise(
            around = STATE,
            when = "reading it gets no response",
            published = Published.OPERATIONAL,
            told = {"state UNAVAILABLE", "TIMED_OUT"},
            never = CHANGED,
            hangs = true)
    void unread() throws Exception {
        unchanged(get(at(MEMORY)));
    }

    @Promise(
            around = STATE,
            when = "writing it gets no response",
            published = Published.OPERATIONAL,
            told = {"TIMED_OUT: sending elytra-status/state/elytra-status.json"},
            never = CHANGED,
            hangs = true)
    void unwritten() throws Exception {
        unchanged(put(at(MEMORY)));
    }

    @Promise(
            around = SITE,
            when = "uploading status.json gets no response",
            published = Published.AS_BEFORE,
            ends = FAILED,
            told = {"status.json was not sent: TIMED_OUT"},
            hangs = true,
            alsoByCommandLine = true)
    void unsent() throws Exception {
        hanging(put(at("status.json")));
    }

    @Promise(
            around = SITE,
            when = "reading status.json back gets no response",
            published = Published.OPERATIONAL,
            told = {"status.json was accepted, but not read back: TIMED_OUT", "did not answer"},
            hangs = true)
    void unverified() throws Exception {
        when(world -> world.storage().meanwhile("PUT", "status.json", () -> world.storage()
                .front()
                .stubFor(get(at("status.json")).willReturn(Hanging.answer()))));
    }

    @Promise(
            around = LAMBDA,
            when = "no read gets a response before the deadline",
            published = Published.AS_BEFORE,
            ends = FAILED,
            told = {"TIMED_OUT", "neither the state nor the published status.json"},
            never = "a newer file replaced by an older one",
            hangs = true)
    void nothingIsRead() throws Exception {
        when(world -> {
            world.kumaDoor().meet(Answers.never());
            world.storage().front().stubFor(get(anyUrl()).willReturn(Hanging.answer()));
        });
    }

    @Promise(
            around = LAMBDA,
            when = "no write gets a response before the deadline",
            published = Published.AS_BEFORE,
            ends = FAILED,
            told = {"status.json was not sent: TIMED_OUT"},
            hangs = true)
    void nothingIsWritten() throws Exception {
        hanging(put(anyUrl()));
    }

    private void hanging(MappingBuilder request) throws Exception {
        when(world -> world.storage().front().stubFor(request.willReturn(Hanging.answer())));
    }

    private void unchanged(MappingBuilder request) throws Exception {
        afterwards(
                world -> {
                    before = world.memory();
                    world.storage().front().stubFor(request.willReturn(Hanging.answer()));
                },
                world -> assertThat(world.memory()).isEqualTo(before));
    }

    private static UrlPattern at(String key) {
        return urlPathEqualTo("/" + LocalWorld.SITE + "/" + key);
    }
}
