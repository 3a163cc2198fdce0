package com.elytracloud.status.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.publish.AtomicFile;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.AlertStateStore.Book;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Result;
import com.elytracloud.status.run.StateStore.Stored;
import com.elytracloud.status.run.StateStore.Written;

import static com.elytracloud.status.testing.StateBuilder.aState;
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
        assertThat(written.result()).isEqualTo(Result.NOT_WRITTEN);
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
        assertThat(states.write(aState(1), tooLarge, plenty()).result()).isEqualTo(Result.NOT_WRITTEN);
    }

    @Test
    void aLockThatIsNeverReleasedIsAWarningInTime() throws IOException {
        StateStore states = new JsonStateStore(new PrivateStore.InFolder(folder), "state.json");
        Stored basis = states.read(plenty());

        try (FileChannel held = AtomicFile.lock(folder.resolve("state.json.lock"), plenty())) {
            Written written = states.write(aState(2), basis, Deadline.in(Duration.ofMillis(50)));

            assertThat(held.isOpen()).isTrue();
            assertThat(written.result()).isEqualTo(Result.NOT_WRITTEN);
            assertThat(written.warning()).endsWith("another run held it for too long");
        }
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(25));
    }
}
