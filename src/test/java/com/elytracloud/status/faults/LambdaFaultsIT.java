package com.elytracloud.status.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.faults.Entry.End;
import com.elytracloud.status.faults.Promise.Ends;
import com.elytracloud.status.testing.Race;

import static com.elytracloud.status.faults.BrokenWorld.MEMORY;
import static com.elytracloud.status.faults.Promise.Around.LAMBDA;
import static com.elytracloud.status.faults.Promise.Ends.FAILED;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/** The platform that runs the function: events that come twice, late, at once or as something else, and its crash. */
final class LambdaFaultsIT extends FaultStage {
    private static final String ONE_SAMPLE = "counted twice";

    private final Instant slot = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private final String now = event(slot);

    @TempDir
    static Path folder;

    private byte[] before;
    private Entry.Function other;

    @AfterAll
    void stop() {
        other.close();
    }

    @Promise(
            around = LAMBDA,
            when = "an event arrives twice",
            published = Published.AS_BEFORE,
            ends = Ends.SKIPPED,
            told = {"\"outcome\":\"skipped\""},
            never = ONE_SAMPLE)
    void twice() throws Exception {
        onEvents(now, world -> before = world.memory(), now, this::requireSameMemory);
    }

    @Promise(
            around = LAMBDA,
            when = "an event arrives after a later one",
            published = Published.AS_BEFORE,
            ends = Ends.SKIPPED,
            told = {"\"outcome\":\"skipped\""},
            never = "counted")
    void late() throws Exception {
        onEvents(
                now,
                world -> before = world.memory(),
                event(slot.minus(Duration.ofMinutes(10))),
                this::requireSameMemory);
    }

    @Promise(
            around = LAMBDA,
            when = "an event is for a future time",
            published = Published.OPERATIONAL,
            told = {"\"outcome\":\"published\""},
            never = "earlier events skipped")
    void early() throws Exception {
        onEvents(now, world -> before = world.memory(), event(slot.plus(Duration.ofDays(1))), world -> assertThat(
                        Memories.read(world.memory()).at("/state/slot"))
                .isEqualTo(Memories.read(before).at("/state/slot")));
    }

    @Promise(
            around = LAMBDA,
            when = "an event is not an object",
            published = Published.OPERATIONAL,
            told = {"\"outcome\":\"published\""},
            never = "no publication")
    void noObject() throws Exception {
        for (String event : List.of("[1,2]", "\"ping\"", "42", "true", "{\"scheduled_time\":{\"a\":1}}")) {
            onEvents(now, world -> {}, event, Stage.Looking.NOWHERE);
        }
    }

    @Promise(
            around = LAMBDA,
            when = "two processes get one event simultaneously",
            published = Published.OPERATIONAL,
            told = {"\"outcome\":\"published\""},
            never = ONE_SAMPLE)
    void atTheSameMoment() throws Exception {
        startAnother();
        onEvents(
                event(slot.minus(Duration.ofMinutes(10))),
                world -> {
                    // So that both are as quick.
                    other.run();
                    before = world.memory();
                },
                () -> theOneThatPublished(List.of(function(), other)),
                world -> assertThat(Memories.seq(world.memory())).isEqualTo(Memories.seq(before) + 1));
    }

    @Promise(
            around = LAMBDA,
            when = "the process dies between writing the state and publishing; the event arrives again",
            published = Published.OPERATIONAL,
            told = {"\"outcome\":\"published\""},
            never = ONE_SAMPLE)
    void crash() throws Exception {
        startAnother();
        onEvents(
                event(slot.minus(Duration.ofMinutes(10))),
                world -> {
                    byte[] published = world.published().orElseThrow();
                    world.storage().meanwhile("PUT", MEMORY, other.lambda()::kill);
                    other.lambda().send(now);
                    other.lambda().awaitEnd();
                    before = world.memory();
                    assertThat(world.published()).hasValue(published);
                },
                now,
                this::requireSameMemory);
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
        when(world -> {
            world.kumaDoor().meet(Answers.never());
            world.storage().front().stubFor(any(anyUrl()).willReturn(Hanging.answer()));
        });
    }

    private void requireSameMemory(BrokenWorld world) {
        assertThat(world.memory()).isEqualTo(before);
    }

    private void startAnother() throws Exception {
        if (other == null || !other.lambda().process().isAlive()) {
            other = Entry.function(folder.resolve("another"), world().variables());
        }
    }

    private End theOneThatPublished(List<Entry.Function> functions) throws Exception {
        List<Entry.Function> waiting = new ArrayList<>(functions);
        List<End> ends = Race.of(functions.size(), () -> next(waiting).run(now));
        assertThat(ends).extracting(End::how).containsOnlyOnce(Ends.PUBLISHED);
        assertThat(ends).extracting(End::how).isSubsetOf(Ends.PUBLISHED, Ends.SUPERSEDED, Ends.SKIPPED);
        return ends.stream()
                .filter(end -> end.how() == Ends.PUBLISHED)
                .findFirst()
                .orElseThrow();
    }

    private static synchronized Entry.Function next(List<Entry.Function> waiting) {
        return waiting.remove(0);
    }

    private static String event(Instant slot) {
        return "{\"scheduled_time\":\"%s\"}".formatted(slot);
    }
}
