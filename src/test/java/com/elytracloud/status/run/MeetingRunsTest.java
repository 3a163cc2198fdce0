package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.SitePublisher.Revision;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.RecordingPublisher;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

/** Runs that overlap: every order in which they can read, remember and publish. */
class MeetingRunsTest {
    private static final Instant SLOT = Instant.parse("2028-02-29T23:50:00Z");
    private static final int STEPS = 3;

    private final BoundedExecutor executor = new BoundedExecutor();

    @AfterEach
    void end() {
        executor.close();
    }

    @ParameterizedTest
    @CsvSource({"2, 20", "3, 1680"})
    void aSlotDeliveredSeveralTimesPublishesOnceAndIsOneSampleInEveryOrder(int runs, int orders) throws Exception {
        assertThat(orders(runs)).hasSize(orders);

        for (List<Integer> order : orders(runs)) {
            Meeting end = meet(order, runs, SLOT);

            assertThat(end.memory.writes())
                    .as("samples, in the order %s", order)
                    .isEqualTo(1);
            assertThat(end.place.editions()).as("in the order %s", order).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void runsByHandEndWithTheNewestInEveryOrder(int runs) throws Exception {
        // Of three runs every seventh order: any two of them meet in every order within those.
        List<List<Integer>> orders = orders(runs);
        for (int i = 0; i < orders.size(); i += runs == 2 ? 1 : 7) {
            List<Integer> order = orders.get(i);
            Meeting end = meet(order, runs, StatusRun.BY_HAND);

            List<Revision> editions = end.place.editions();
            assertThat(editions).as("in the order %s", order).isSortedAccordingTo(comparingLong(Revision::number));
            assertThat(editions.stream().map(Revision::at))
                    .as("in the order %s", order)
                    .isSorted();
            assertThat(editions.get(editions.size() - 1).number())
                    .as("the newest stays, in the order %s", order)
                    .isEqualTo(end.memory.state().seq());
            assertThat(end.outcomes)
                    .as("a run that is not published says so, in the order %s", order)
                    .hasSize(runs)
                    .contains(Outcome.PUBLISHED)
                    .isSubsetOf(Outcome.PUBLISHED, Outcome.SUPERSEDED);
        }
    }

    // Each run has its own clock, a second after the other's.
    private Meeting meet(List<Integer> order, int runs, Instant slot) throws Exception {
        FakeStateStore memory = new FakeStateStore();
        RecordingPublisher place = new RecordingPublisher();
        Turns turns = new Turns(order);
        List<Future<RunReport>> reports = IntStream.range(0, runs)
                .mapToObj(run -> executor.start(() -> run(run, slot, turns, memory, place)))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<RunReport> report : reports) {
            outcomes.add(report.get().outcome());
        }

        return new Meeting(memory, place, outcomes);
    }

    private record Meeting(FakeStateStore memory, RecordingPublisher place, List<Outcome> outcomes) {}

    private RunReport run(int run, Instant slot, Turns turns, FakeStateStore memory, RecordingPublisher place) {
        try {
            Clock clock = Clock.fixed(SLOT.plusSeconds(1 + run), ZoneOffset.UTC);
            return RunBuilder.aRun(clock, executor)
                    .remembering(new TurnTakingStore(run, turns, memory))
                    .publishingTo(new TurnTakingPublisher(run, turns, place))
                    .build()
                    .publish(slot);
        } finally {
            turns.leave(run);
        }
    }

    private static List<List<Integer>> orders(int runs) {
        return orders(new int[runs], new ArrayList<>()).toList();
    }

    private static Stream<List<Integer>> orders(int[] taken, List<Integer> soFar) {
        if (soFar.size() == taken.length * STEPS) {
            return Stream.of(List.copyOf(soFar));
        }
        return IntStream.range(0, taken.length)
                .filter(run -> taken[run] < STEPS)
                .boxed()
                .flatMap(run -> {
                    int[] more = taken.clone();
                    more[run]++;
                    List<Integer> longer = new ArrayList<>(soFar);
                    longer.add(run);
                    return orders(more, longer);
                });
    }

    /** Lets each run make its next step only when the order says so; a run that has left is passed over. */
    private static final class Turns {
        private final List<Integer> order;
        private final Set<Integer> left = new HashSet<>();
        private int next;

        Turns(List<Integer> order) {
            this.order = order;
        }

        synchronized void await(int run) {
            try {
                while (next < order.size() && order.get(next) != run) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        synchronized void taken() {
            next++;
            skipThoseWhoLeft();
        }

        synchronized void leave(int run) {
            left.add(run);
            skipThoseWhoLeft();
        }

        private void skipThoseWhoLeft() {
            while (next < order.size() && left.contains(order.get(next))) {
                next++;
            }
            notifyAll();
        }
    }

    private record TurnTakingStore(int run, Turns turns, FakeStateStore store) implements StateStore {
        @Override
        public Stored read(Deadline deadline) {
            turns.await(run);
            try {
                return store.read(deadline);
            } finally {
                turns.taken();
            }
        }

        @Override
        public Written write(RunState next, Stored basis, Deadline deadline) {
            turns.await(run);
            try {
                return store.write(next, basis, deadline);
            } finally {
                turns.taken();
            }
        }
    }

    private record TurnTakingPublisher(int run, Turns turns, RecordingPublisher place) implements SitePublisher {
        @Override
        public Reading<Long> lastSeq(Deadline deadline) {
            return place.lastSeq(deadline);
        }

        @Override
        public Published publish(List<SiteFile> files, Revision revision, Deadline deadline) {
            turns.await(run);
            try {
                return place.publish(files, revision, deadline);
            } finally {
                turns.taken();
            }
        }
    }
}
