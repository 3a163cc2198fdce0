package com.elytracloud.status.faults;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.RunBuilder;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunRequest;
import com.elytracloud.status.run.SitePublisher.Revision;
import com.elytracloud.status.testing.FakeBackupSource;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.RecordingPublisher;
import com.elytracloud.status.testing.StatusSchema;

import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

/** A class of promises that need another time than the machine's: the run itself, by clocks that tests set. */
abstract class ClockStage {
    /** What is further ahead is no later run but a wrong clock. */
    private static final Duration FAR = Duration.ofMinutes(15);

    private final BoundedExecutor executor = new BoundedExecutor();
    private final FakeStateStore memory = new FakeStateStore();
    private final RecordingPublisher place = new RecordingPublisher();
    private Promise promise;
    private StatusDocument document;
    private HistoryDocument history;
    private Duration backupAge = Duration.ofHours(2);

    @BeforeEach
    void read(TestInfo test) {
        promise = test.getTestMethod().orElseThrow().getAnnotation(Promise.class);
    }

    @AfterEach
    void stop() {
        executor.close();
    }

    /** From now on the newest backup is so old; from the future, if that is negative. */
    final void backupsAged(Duration age) {
        backupAge = age;
    }

    /** A good run at a moment. */
    final void wellAt(String moment) {
        assertThat(run(at(moment), Instant.parse(moment)).outcome()).isEqualTo(RunReport.Outcome.PUBLISHED);
    }

    /** The run that must keep the promise, at a moment. */
    final void thenAt(String moment) throws IOException {
        then(at(moment), Instant.parse(moment));
    }

    /** The run that must keep the promise, by a clock that goes on meanwhile. */
    final void then(Clock clock, Instant start) throws IOException {
        int editions = place.editions().size();
        Instant before = editions == 0 ? Instant.MIN : last().at();
        long nanos = System.nanoTime();
        RunReport report = run(clock, start);
        assertThat(Duration.ofNanos(System.nanoTime() - nanos)).isLessThan(Stage.LONGEST);
        assertThat(promise.setClock()).isTrue();
        assertThat(report.outcome().name()).isEqualTo(promise.ends().name());
        assertThat(report.line()).contains(promise.told());
        assertThat(place.editions()).hasSize(editions + (promise.published().isOld() ? 0 : 1));
        if (!promise.published().isOld()) {
            byte[] bytes = Json.document(document);
            assertThat(StatusSchema.violations(bytes)).isEmpty();
            promise.published().require(new ObjectMapper().readTree(bytes));
            Duration back = Duration.between(document.updatedAt(), before);
            assertThat(back.isNegative() || back.isZero() || back.compareTo(FAR) > 0)
                    .isTrue();
        }
    }

    /** What was published last. */
    final StatusDocument document() {
        return document;
    }

    /** The history beside it. */
    final HistoryDocument history() {
        return history;
    }

    /** The memory. */
    final FakeStateStore memory() {
        return memory;
    }

    private Revision last() {
        return place.editions().get(place.editions().size() - 1);
    }

    private RunReport run(Clock clock, Instant moment) {
        RunBuilder builder = RunBuilder.aRun(clock, executor)
                .backups(FakeBackupSource.of(aTenant("acme").at(moment).aged(backupAge)))
                .remembering(memory)
                .publishingTo(place);
        RunReport report = builder.build().publish(RunRequest.BY_HAND);
        document = builder.documents().get(0);
        history = builder.histories().get(0);
        return report;
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), UTC);
    }
}
