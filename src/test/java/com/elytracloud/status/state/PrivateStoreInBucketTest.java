package com.elytracloud.status.state;

import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWriter;
import com.elytracloud.status.objectstore.ConditionalWriter.SupersededBy;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.AlertStateStore.Book;
import com.elytracloud.status.run.AlertStateStore.Kept;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;
import com.elytracloud.status.run.StateStore.Written;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.StateBuilder;
import com.elytracloud.status.testing.TestStore;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.StateBuilder.aState;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PrivateStoreInBucketTest {
    private static final LocalS3 S3 = LocalS3.start();
    private static final String KEY = "a/state.json";

    private final String bucket = "state-" + UUID.randomUUID();

    @BeforeEach
    void newBucket() {
        S3.reset();
        S3.createBucket(bucket);
    }

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Test
    void aRunIsOneGetAndOnePutThatIsPrivateAndPlain() {
        StateStore store = store(ConditionalWrites.BARE);

        store.write(aState(1), store.read(plenty()), plenty());

        assertThat(S3.requests()).extracting(sent -> sent.getMethod().getName()).containsExactly("GET", "PUT");
        LoggedRequest put = S3.requests().get(1);
        assertThat(put.getHeader("x-amz-acl")).isEqualTo("private");
        assertThat(put.getHeader("Content-Type")).isEqualTo("application/gzip");
        assertThat(put.getHeader("x-amz-meta-seq")).isEqualTo("1");
        assertThat(put.getHeader("x-amz-content-sha256")).matches("[0-9a-f]{64}");
        assertThat(put.containsHeader("x-amz-trailer")).isFalse();
    }

    @Test
    void theConditionIsSaidAsConfigured() {
        for (ConditionalWrites conditions : ConditionalWrites.values()) {
            StateStore store = store(conditions);
            store.write(aState(1 + store.read(plenty()).state().seq()), store.read(plenty()), plenty());
        }
        S3.reset();

        for (ConditionalWrites conditions : ConditionalWrites.values()) {
            StateStore store = store(conditions);
            Stored basis = store.read(plenty());
            store.write(aState(basis.state().seq() + 1), basis, plenty());
        }

        var conditions = S3.requests().stream()
                .filter(sent -> sent.getMethod().getName().equals("PUT"))
                .map(sent -> sent.containsHeader("If-Match") ? sent.getHeader("If-Match") : "none")
                .map(value -> value.replaceAll("[0-9a-f]{32}", "etag"))
                .toList();
        assertThat(conditions).containsExactly("\"etag\"", "etag", "none");
    }

    @Test
    void aCorruptStateThatCannotBeKeptAsideIsLeftAloneAndHoldsNoOneUp() throws Exception {
        S3.put(bucket, KEY, "broken".getBytes(UTF_8));
        S3.refuse("PUT", 403);
        StateStore store = store(ConditionalWrites.BARE);

        Stored corrupt = store.read(plenty());
        S3.reset();
        Written written = store.write(aState(1), corrupt, plenty());

        assertThat(corrupt.condition()).isEqualTo(Condition.UNAVAILABLE);
        assertThat(corrupt.warning()).contains("could not be kept as").contains("FORBIDDEN");
        assertThat(written.isSuperseded()).isFalse();
        assertThat(S3.find(bucket, KEY)).hasValue("broken".getBytes(UTF_8));
    }

    @Test
    void whatCouldNotBeReadIsNotOverwritten() throws Exception {
        S3.put(bucket, KEY, JsonStateStore.bytes(aState(5)));
        S3.refuse("GET", 403);
        StateStore store = store(ConditionalWrites.BARE);

        Stored unavailable = store.read(plenty());
        S3.reset();
        Written written = store.write(aState(1), unavailable, plenty());

        assertThat(unavailable.condition()).isEqualTo(Condition.UNAVAILABLE);
        assertThat(unavailable.warning()).contains("FORBIDDEN").contains("s3:ListBucket");
        assertThat(written.isSuperseded()).isFalse();
        assertThat(S3.requests()).isEmpty();
    }

    @Test
    void aStorageThatTakesNothingIsAWarning() {
        StateStore store = store(ConditionalWrites.BARE);
        Stored none = store.read(plenty());
        S3.refuse("PUT", 403);

        Written written = store.write(aState(1), none, plenty());

        assertThat(written.isSuperseded()).isFalse();
        assertThat(written.warning()).startsWith("FORBIDDEN: sending " + bucket);
    }

    @Test
    void alertsAndIncidentsOfAStorageThatRefusesFailWithTheReason() {
        S3.refuse("GET", 403);
        S3.refuse("PUT", 403);
        S3.refuse("DELETE", 403);
        PrivateStore refused = objects(ConditionalWrites.BARE);
        AlertStateStore alerts = new JsonAlertStateStore(refused);
        IncidentStore incidents = new PrivateStores.Incidents(refused);

        assertThat(alerts.read(Book.STATUS, plenty()).warning())
                .contains("could not be read")
                .contains("FORBIDDEN");
        assertThat(alerts.write(Book.STATUS, AlertState.EMPTY, plenty())).contains("could not be written: FORBIDDEN");
        assertThat(incidents.read(plenty()).toString()).contains("FORBIDDEN");
        assertThatThrownBy(() -> incidents.edit(any -> any, plenty()))
                .isInstanceOf(PublishException.class)
                .hasMessageStartingWith("the incidents could not be changed: FORBIDDEN");
    }

    @Test
    void withoutABucketTheProcessKeepsTheAlertStateAndSaysSo() {
        AlertStateStore alerts = new JsonAlertStateStore.Unstored(new HashMap<>());
        AlertState book = AlertState.EMPTY.having(new Seen(42, NOW));
        alerts.write(Book.STATUS, book, plenty());

        Kept kept = alerts.read(Book.STATUS, plenty());

        assertThat(kept.book()).isEqualTo(book);
        assertThat(kept.warning()).contains("lost when the process ends");
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerIsNoLostState(ConditionalWrites conditions) {
        StateStore store = store(conditions);
        Stored none = store.read(plenty());
        S3.loseAnswers();

        Written written = store.write(aState(1), none, plenty());

        assertThat(written.isSuperseded()).isFalse();
        assertThat(store.read(plenty()).state()).isEqualTo(aState(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUOTED", "BARE"})
    void aStorageThatRefusesEveryConditionIsWrittenToAndTold(ConditionalWrites conditions) {
        StateStore store = store(conditions);
        store.write(aState(1), store.read(plenty()), plenty());
        S3.refuseEveryCondition();

        Stored basis = store.read(plenty());
        Written written = store.write(aState(2), basis, plenty());
        Written late = store.write(aState(3), basis, plenty());

        assertThat(written.isSuperseded()).isFalse();
        assertThat(written.warning())
                .contains("refuses every conditional write")
                .contains("STATE_CONDITIONAL_WRITES");
        assertThat(late.isSuperseded()).isTrue();
        assertThat(store.read(plenty()).state()).isEqualTo(aState(2));
    }

    @Test
    void whereQuotesAreRefusedTheBareFormWorks() {
        StateStore store = store(ConditionalWrites.BARE);
        S3.refuseQuotedConditions();
        store.write(aState(1), store.read(plenty()), plenty());

        Written written = store.write(StateBuilder.aSmallState(), store.read(plenty()), plenty());

        assertThat(written).isEqualTo(new Written(false, ""));
    }

    private StateStore store(ConditionalWrites conditions) {
        return new JsonStateStore(objects(conditions), "state.json");
    }

    private PrivateStore objects(ConditionalWrites conditions) {
        Bucket in = new Bucket(TestStore.of(S3.variables()), bucket);
        return new PrivateStore.InBucket(in, "a/", new ConditionalWriter(in, conditions, SupersededBy.ANY_OTHER));
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(25));
    }
}
