package com.elytracloud.status.state;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.domain.AlertType;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.OpenAlert;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWriter;
import com.elytracloud.status.objectstore.ConditionalWriter.SupersededBy;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.AlertStateStore.Book;
import com.elytracloud.status.run.AlertStateStore.Kept;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;
import com.elytracloud.status.run.StateStore.Written;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.Race;
import com.elytracloud.status.testing.S3Server;
import com.elytracloud.status.testing.TestStore;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.elytracloud.status.testing.StateBuilder.aSmallState;
import static com.elytracloud.status.testing.StateBuilder.aState;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What state, incidents and alerts need from a private store: held by a folder and by every S3 server there is. */
@ParameterizedClass(name = "{0}")
@MethodSource("places")
@Timeout(120)
class PrivateStoreContractTest {
    private static final LocalS3 LOCAL = LocalS3.start();
    private static final String STATE = "state.json";
    private static final int WRITERS = 8;
    private static final String WRITTEN = "";
    private static final String SUPERSEDED = "superseded";

    @TempDir
    static Path parent;

    private final Place place;
    private final PrivateStore store;
    private final Hidden hidden;
    private final StateStore states;

    PrivateStoreContractTest(Place place) {
        this.place = place;
        Opened opened = place.open().get();
        this.store = opened.store();
        this.hidden = opened.hidden();
        this.states = new JsonStateStore(store, STATE);
    }

    static List<Place> places() {
        List<Place> places = new ArrayList<>();
        places.add(new Place("folder", PrivateStoreContractTest::folder, true, true, 25));
        for (S3Server server : S3Server.all(LOCAL)) {
            for (ConditionalWrites conditions : ConditionalWrites.values()) {
                places.add(new Place(
                        server + ", " + conditions,
                        () -> bucket(server, conditions),
                        conditions != ConditionalWrites.OFF,
                        // Ceph refuses quotes, and then two may win.
                        conditions == ConditionalWrites.BARE,
                        // The server in memory writes one after the other; those elsewhere are to show it.
                        server.isLocal() ? 3 : 25));
            }
        }
        return places;
    }

    @BeforeAll
    static void nothingIsRefused() {
        LOCAL.reset();
    }

    @AfterAll
    static void stop() {
        LOCAL.close();
    }

    @Test
    void theStateComesBackAndIsHidden() throws IOException {
        Stored none = states.read(plenty());

        String first = write(aState(1), none);
        String second = write(aSmallState(), states.read(plenty()));

        assertThat(none).isEqualTo(new Stored(Condition.MISSING, RunState.FIRST, "", ""));
        assertThat(List.of(first, second)).containsOnly(WRITTEN);
        assertThat(states.read(plenty()).state()).isEqualTo(aSmallState());
        assertThat(hidden.test(STATE)).isTrue();
    }

    @Test
    void aLateRunIsSupersededAndLeavesWhatIsThere() {
        write(aState(1), states.read(plenty()));
        Stored basis = states.read(plenty());

        String fast = write(aState(2), basis);
        String late = write(aState(3), basis);

        assertThat(List.of(fast, late)).containsExactly(WRITTEN, SUPERSEDED);
        assertThat(states.read(plenty()).state().seq()).isEqualTo(2);
    }

    @Test
    void ofEightFirstRunsOneWins() throws Exception {
        Stored none = states.read(plenty());

        List<String> results = Race.of(place.isAtomic() ? WRITERS : 1, () -> write(aState(1), none));

        assertThat(Collections.frequency(results, WRITTEN)).isEqualTo(1);
        assertThat(Collections.frequency(results, SUPERSEDED)).isEqualTo(results.size() - 1);
    }

    @Test
    void eightWritersLoseNothing() throws Exception {
        int writers = place.losesNothing() ? WRITERS : 1;
        int times = place.writes();

        Race.of(writers, () -> {
            for (int done = 0; done < times; ) {
                Stored basis = states.read(plenty());
                String written = write(aState(basis.state().seq() + 1), basis);
                assertThat(written).isIn(WRITTEN, SUPERSEDED);
                done += written.equals(WRITTEN) ? 1 : 0;
            }
            return null;
        });

        assertThat(states.read(plenty()).state().seq()).isEqualTo((long) writers * times);
    }

    @Test
    void aCorruptStateIsKeptAsideAndReplaced() throws Exception {
        byte[] corrupt = "{\"schema\":4".getBytes(UTF_8);
        store.write(STATE, corrupt, plenty());

        Stored read = states.read(plenty());
        Stored again = states.read(plenty());
        String written = write(aState(1), read);

        assertThat(read.condition()).isEqualTo(Condition.CORRUPT);
        assertThat(read.state()).isEqualTo(RunState.FIRST);
        assertThat(read.warning())
                .startsWith(store.location(STATE) + " is ")
                .contains("; its bytes are kept as ")
                .matches(".*state\\.corrupt-\\d{8}T\\d{6}Z");
        String aside = read.warning().replaceAll(".*/", "");
        assertThat(store.read(aside, plenty()).orElseThrow().bytes()).isEqualTo(corrupt);
        assertThat(again.warning()).as("the same bytes, the same name").isEqualTo(read.warning());
        assertThat(written).isEqualTo(WRITTEN);
        assertThat(states.read(plenty()).state()).isEqualTo(aState(1));
    }

    @Test
    void aStateOfALaterVersionIsLeftAlone() throws Exception {
        byte[] later = "{\"schema\":99}".getBytes(UTF_8);
        store.write(STATE, later, plenty());

        Stored newer = states.read(plenty());

        assertThat(newer.condition()).isEqualTo(Condition.NEWER);
        assertThat(states.write(aState(1), newer, plenty())).isEqualTo(new Written(false, ""));
        assertThat(store.read(STATE, plenty()).orElseThrow().bytes()).isEqualTo(later);
    }

    @Test
    void aStateOfAnEarlierVersionGoesOn() throws Exception {
        store.write(STATE, Files.readAllBytes(Path.of("src/test/resources/state/v3.json")), plenty());

        Stored older = states.read(plenty());
        String written = write(aState(older.state().seq() + 1), older);

        assertThat(older.condition()).isEqualTo(Condition.FOUND);
        assertThat(older.state().history()).isEqualTo(aSmallState().history());
        assertThat(written).isEqualTo(WRITTEN);
        assertThat(states.read(plenty()).state().seq()).isEqualTo(42);
    }

    @Test
    void announcementsAreKeptHiddenAndEditedByTwoAtOnce() throws IOException {
        IncidentStore incidents = new PrivateStores.Incidents(store);
        Instant start = Instant.ofEpochSecond(NOW.getEpochSecond());
        Incident slow = incident("slow", start);
        Incident down = incident("down", start);
        Maintenance work = new Maintenance(
                "work", "Work", List.of(), Announcements.Source.UPTIME_KUMA, start, Instant.MAX, List.of());

        Reading<Announcements> before = incidents.read(plenty());
        incidents.edit(
                any -> {
                    if (any.incidents().isEmpty()) {
                        new PrivateStores.Incidents(store).edit(other -> other.with(down), plenty());
                    }
                    return any.with(slow).with(work);
                },
                plenty());

        assertThat(before).isEqualTo(new Reading.Nothing<>());
        assertThat(incidents.read(plenty()))
                .isEqualTo(new Reading.Found<>(new Announcements(List.of(down, slow), List.of(work), null)));
        assertThat(hidden.test("incidents.json")).isTrue();
    }

    private static Incident incident(String id, Instant start) {
        return new Incident(
                id,
                "Titel \u00e9",
                Impact.DEGRADED,
                List.of("web"),
                Announcements.Source.OPERATOR,
                start,
                List.of(new Update<>(start, Incident.Status.INVESTIGATING, "Two\nlines.")));
    }

    @Test
    void eachAlertStateComesBackAndIsHidden() throws IOException {
        AlertStateStore alerts = new JsonAlertStateStore(store);
        Instant second = Instant.ofEpochSecond(ago("PT1H").getEpochSecond());
        OpenAlert unsent = OpenAlert.first(AlertSignal.bad(AlertType.LEAK, "at /notice"), second);
        OpenAlert over = OpenAlert.first(AlertSignal.bad(AlertType.OUTAGE, ""), second)
                .toldAt(second)
                .over();
        OpenAlert customer = OpenAlert.first(
                new AlertSignal(AlertType.BACKUP_CUSTOMER_FAILED, "acme: shop", true, "TOO_OLD"), second);
        AlertState book = new AlertState(List.of(unsent, over, customer), List.of(second), new Seen(42, second));

        Kept before = alerts.read(Book.WATCHDOG, plenty());
        String warning = alerts.write(Book.WATCHDOG, book, plenty());

        assertThat(before).isEqualTo(new Kept(AlertState.EMPTY, ""));
        assertThat(warning).isEmpty();
        assertThat(alerts.read(Book.WATCHDOG, plenty())).isEqualTo(new Kept(book, ""));
        assertThat(alerts.read(Book.STATUS, plenty())).as("the other's").isEqualTo(new Kept(AlertState.EMPTY, ""));
        assertThat(hidden.test("alerts-watchdog.json")).isTrue();
    }

    @Test
    void anAlertStateThatIsNoneIsEmptyAndAWarning() throws Exception {
        for (String text : List.of("", "{", "null", "{}", "{\"incidents\":{\"of_another_version\":{}}}")) {
            store.write("alerts-status.json", text.getBytes(UTF_8), plenty());

            Kept kept = new JsonAlertStateStore(store).read(Book.STATUS, plenty());

            assertThat(kept.book()).isEqualTo(AlertState.EMPTY);
            assertThat(kept.warning())
                    .startsWith("the alert state could not be read, so open alerts are sent again: UNREADABLE: ")
                    .contains("alerts-status.json ");
        }
    }

    // Why it was not written; a storage that refuses every condition is written to all the same.
    private String write(RunState next, Stored basis) {
        Written written = states.write(next, basis, plenty());
        return written.isSuperseded()
                ? SUPERSEDED
                : written.warning().contains("written after a check only") ? WRITTEN : written.warning();
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(25));
    }

    private static Opened folder() {
        Path folder = parent.resolve("state-" + System.nanoTime());
        return new Opened(
                new PrivateStore.InFolder(folder),
                name -> rights(folder).equals("rwx------")
                        && rights(folder.resolve(name)).equals("rw-------"));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Opened bucket(S3Server server, ConditionalWrites conditions) {
        String name = server.newBucket();
        Bucket bucket = new Bucket(TestStore.of(server.variables()), name);
        ConditionalWriter writer = new ConditionalWriter(bucket, conditions, SupersededBy.ANY_OTHER);
        return new Opened(new PrivateStore.InBucket(bucket, "a/", writer), object -> {
            var visit = (HttpURLConnection)
                    server.address(name, "a/" + object).toURL().openConnection();
            return visit.getResponseCode() == 403;
        });
    }

    private record Opened(PrivateStore store, Hidden hidden) {}

    private interface Hidden {
        boolean test(String name) throws IOException;
    }

    /**
     * Where private objects are stored.
     *
     * @param isAtomic whether one of several at the same moment wins
     * @param losesNothing whether every server that is tested keeps to that over hundreds of writes
     * @param writes how many of each of several writers show it
     */
    private record Place(String name, Supplier<Opened> open, boolean isAtomic, boolean losesNothing, int writes) {
        @Override
        public String toString() {
            return name;
        }
    }
}
