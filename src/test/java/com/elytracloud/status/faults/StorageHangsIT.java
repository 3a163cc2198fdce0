package com.elytracloud.status.faults;

import java.util.Map;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.matching.UrlPattern;

import com.elytracloud.status.testing.LocalWorld;

import static com.elytracloud.status.faults.BrokenWorld.MEMORY;
import static com.elytracloud.status.faults.Promise.Around.LAMBDA;
import static com.elytracloud.status.faults.Promise.Around.SITE;
import static com.elytracloud.status.faults.Promise.Around.STATE;
import static com.elytracloud.status.faults.Promise.Ends.FAILED;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** The place of memory and site, when it does not answer in one of the phases of a run, or in all of them. */
final class StorageHangsIT extends HangingStage {
    private static final String CHANGED = "the state changed";

    private byte[] before;

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

    @Promise(
            around = LAMBDA,
            when = "nothing responds before the deadline",
            published = Published.AS_BEFORE,
            ends = FAILED,
            told = {"TIMED_OUT", "neither the state nor the published status.json"},
            hangs = true)
    void nothingAnswers() throws Exception {
        // The one row with the default deadline.
        when(Map.of("RUN_DEADLINE", ""), world -> {
            world.kumaDoor().meet(Answers.never());
            world.storage().front().stubFor(any(anyUrl()).willReturn(Hanging.answer()));
        });
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
