package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Result;
import com.elytracloud.status.run.StateStore.Stored;
import com.elytracloud.status.testing.Race;
import com.elytracloud.status.testing.StateBuilder;

import static com.elytracloud.status.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

class FolderStateStoreTest {
    @TempDir
    Path parent;

    private Path folder;
    private StateStore store;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        folder = parent.resolve("site.state");
        store = new FolderStateStore(new PrivateFolder(folder));
    }

    @Test
    void whatIsRememberedComesBackAndIsHidden() throws IOException {
        Stored none = store.read(plenty());

        Result written = store.write(StateBuilder.aSmallState(), none, plenty()).result();

        assertThat(none.condition()).isEqualTo(Condition.MISSING);
        assertThat(written).isEqualTo(Result.WRITTEN);
        assertThat(store.read(plenty()).state()).isEqualTo(StateBuilder.aSmallState());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whoIsLateIsSuperseded() {
        store.write(aState(1), store.read(plenty()), plenty());
        Stored basis = store.read(plenty());

        Result fast = store.write(aState(2), basis, plenty()).result();
        Result late = store.write(aState(3), basis, plenty()).result();

        assertThat(List.of(fast, late)).containsExactly(Result.WRITTEN, Result.SUPERSEDED);
        assertThat(store.read(plenty()).state().seq()).isEqualTo(2);
    }

    @Test
    void ofEightFirstRunsOneWins() throws Exception {
        Stored none = store.read(plenty());

        List<Result> results =
                Race.of(8, () -> store.write(aState(1), none, plenty()).result());

        assertThat(Collections.frequency(results, Result.WRITTEN)).isEqualTo(1);
        assertThat(Collections.frequency(results, Result.SUPERSEDED)).isEqualTo(7);
    }

    @Test
    void eightWritersLoseNothing() throws Exception {
        Race.of(8, () -> {
            for (int done = 0; done < 25; ) {
                Stored basis = store.read(plenty());
                Result result = store.write(aState(basis.state().seq() + 1), basis, plenty())
                        .result();
                done += result == Result.WRITTEN ? 1 : 0;
            }
            return null;
        });

        assertThat(store.read(plenty()).state().seq()).isEqualTo(200);
    }

    @Test
    void aCorruptStateIsKeptAside() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("state.json"), "not a state");

        Stored corrupt = store.read(plenty());
        Result written = store.write(aState(1), corrupt, plenty()).result();

        assertThat(corrupt.condition()).isEqualTo(Condition.CORRUPT);
        assertThat(written).isEqualTo(Result.WRITTEN);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(
                            file -> file.getFileName().toString().matches("state\\.corrupt-\\d{8}T\\d{6}Z\\.json")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("not a state"));
        }
    }

    @Test
    void whatIsTooLargeToBeKeptAsideIsLeftAlone() throws IOException {
        Files.createDirectory(folder);
        byte[] large = new byte[StateJson.MOST_KEPT_BYTES + 1];
        Files.write(folder.resolve("state.json"), large);

        Stored corrupt = store.read(plenty());
        Result written = store.write(aState(1), corrupt, plenty()).result();

        assertThat(corrupt.condition()).isEqualTo(Condition.UNAVAILABLE);
        assertThat(written).isEqualTo(Result.NOT_WRITTEN);
        assertThat(folder.resolve("state.json")).hasSize(large.length);
    }

    @Test
    void aLaterFormIsLeftAlone() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("state.json"), "{\"schema\":99}");

        Result written = store.write(aState(1), store.read(plenty()), plenty()).result();

        assertThat(written).isEqualTo(Result.NOT_WRITTEN);
        assertThat(folder.resolve("state.json")).hasContent("{\"schema\":99}");
    }

    @Test
    void aFolderThatCannotBeIsARemark() throws IOException {
        Files.createFile(folder);

        Stored unavailable = store.read(plenty());
        StateStore.Written written = store.write(aState(1), new Stored(Condition.MISSING, aState(0), "", ""), plenty());

        assertThat(unavailable.condition()).isEqualTo(Condition.UNAVAILABLE);
        assertThat(written.result()).isEqualTo(Result.NOT_WRITTEN);
        assertThat(written.remark()).contains("state.json could not be written");
    }

    @Test
    void aLockThatIsNeverGivenBackIsARemarkInTime() throws IOException {
        store.write(aState(1), store.read(plenty()), plenty());
        Stored basis = store.read(plenty());

        try (FileChannel held =
                FileLocks.take(folder.resolve("state.lock"), plenty()).orElseThrow()) {
            StateStore.Written written = store.write(aState(2), basis, Deadline.in(Duration.ofMillis(50)));

            assertThat(held.isOpen()).isTrue();
            assertThat(written.result()).isEqualTo(Result.NOT_WRITTEN);
            assertThat(written.remark()).endsWith("was held by another run for too long");
        }
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(25));
    }
}
