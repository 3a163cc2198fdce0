package com.elytracloud.status.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.publish.AtomicFile;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.AlertStateStore.Book;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;
import com.elytracloud.status.run.StateStore.Written;

import static com.elytracloud.status.testing.StateBuilder.aState;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PrivateStoreInFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFolderThatCannotBeIsAWarning() throws IOException {
        PrivateStore store = new PrivateStore.InFolder(Files.createFile(folder.resolve("file")));
        StateStore states = new JsonStateStore(store, "state.json");
        AlertStateStore alerts = new JsonAlertStateStore(store);

        Stored unavailable = states.read(plenty());
        Written written = states.write(aState(1), new Stored(Condition.MISSING, aState(0), "", ""), plenty());

        assertThat(unavailable.condition()).isEqualTo(Condition.UNAVAILABLE);
        assertThat(unavailable.warning()).startsWith("UNREADABLE: ").contains("file/state.json could not be read: ");
        assertThat(written.isSuperseded()).isFalse();
        assertThat(written.warning()).contains("state.json could not be written: FileAlreadyExists");
        assertThat(alerts.read(Book.STATUS, plenty()).warning()).contains("could not be read");
        assertThat(alerts.write(Book.STATUS, AlertState.EMPTY, plenty())).contains("could not be written");
    }

    @Test
    void aLargeStateIsKeptAsideToTheLastByteAndATooLargeOneLeftAlone() throws Exception {
        PrivateStore store = new PrivateStore.InFolder(folder);
        StateStore states = new JsonStateStore(store, "state.json");
        byte[] large = new byte[PrivateStore.MAX_BYTES];
        store.write("state.json", large, plenty());

        Stored corrupt = states.read(plenty());
        store.write("state.json", new byte[PrivateStore.MAX_BYTES + 1], plenty());
        Stored tooLarge = states.read(plenty());

        assertThat(corrupt.condition()).isEqualTo(Condition.CORRUPT);
        assertThat(corrupt.warning()).contains("has more than 4194304 bytes");
        assertThat(Path.of(corrupt.warning().replaceAll(".* kept as ", ""))).hasBinaryContent(large);
        assertThat(tooLarge.condition()).isEqualTo(Condition.UNAVAILABLE);
        assertThat(tooLarge.warning()).endsWith("it has more than 16777216 bytes");
        states.write(aState(1), tooLarge, plenty());
        assertThat(folder.resolve("state.json")).hasSize(PrivateStore.MAX_BYTES + 1);
    }

    @Test
    void aLockThatIsNeverReleasedIsAWarningInTime() throws IOException {
        StateStore states = new JsonStateStore(new PrivateStore.InFolder(folder), "state.json");
        Stored basis = states.read(plenty());

        try (FileChannel held = AtomicFile.lock(folder.resolve("state.json.lock"), plenty())) {
            Written written = states.write(aState(2), basis, Deadline.in(Duration.ofMillis(50)));

            assertThat(held.isOpen()).isTrue();
            assertThat(written.isSuperseded()).isFalse();
            assertThat(written.warning()).endsWith("another run held it for too long");
        }
    }

    @Test
    void theStoredFormOfTheAlertStateStaysTheSame() throws Exception {
        PrivateStore store = new PrivateStore.InFolder(folder);
        AlertStateStore alerts = new JsonAlertStateStore(store);
        String text = "{\"alerts\":["
                + "{\"key\":{\"type\":\"leak\",\"subject\":\"\"},\"since\":\"2028-02-29T12:00:00Z\","
                + "\"seen\":1,\"told\":0,\"told_at\":\"%s\",\"detail\":\"at /notice\"},".formatted(Instant.MIN)
                + "{\"key\":{\"type\":\"backup_customer_failed\",\"subject\":\"acme\"},"
                + "\"since\":\"2028-02-29T12:00:00Z\","
                + "\"seen\":2,\"told\":1,\"told_at\":\"2028-02-29T13:00:00Z\",\"detail\":\"TOO_OLD\"}],"
                + "\"sent\":[\"2028-02-29T13:00:00Z\"],"
                + "\"newest\":{\"seq\":42,\"updated_at\":\"2028-02-29T12:00:00Z\"}}";
        store.write("alerts-status.json", text.getBytes(UTF_8), plenty());

        AlertState book = alerts.read(Book.STATUS, plenty()).book();
        alerts.write(Book.STATUS, book, plenty());

        assertThat(book.alerts()).hasSize(2);
        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(folder.resolve("alerts-status.json")))) {
            assertThat(new String(gzip.readAllBytes(), UTF_8)).isEqualTo(text);
        }
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(25));
    }
}
