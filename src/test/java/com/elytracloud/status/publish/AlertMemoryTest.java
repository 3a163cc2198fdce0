package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.domain.AlertBook.Seen;
import com.elytracloud.status.domain.AlertKey;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Sight;
import com.elytracloud.status.domain.Trouble;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.run.AlertMemory;
import com.elytracloud.status.run.AlertMemory.Book;
import com.elytracloud.status.run.AlertMemory.Kept;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.TestStore;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What was told is remembered in a folder and in a bucket alike, privately; losing it is a remark. */
class AlertMemoryTest {
    private static final LocalS3 S3 = LocalS3.start();
    private static final AlertBook BOOK = new AlertBook(
            Map.of(new AlertKey(Trouble.OUTAGE, ""), Incident.first(Sight.bad(Trouble.OUTAGE, "why"), ago("PT1H"))),
            List.of(ago("PT1H")),
            new Seen(42, NOW));

    private final String bucket = "books-" + UUID.randomUUID();

    @TempDir
    Path parent;

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
    void inAFolderItComesBackAndIsHidden() throws IOException {
        comesBack(inFolder(), inFolder());

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder().resolve("alerts-watchdog.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void inABucketItComesBackAndIsHidden() throws IOException {
        comesBack(inBucket(), inBucket());

        assertThat(S3.anonymousStatus(bucket, "a/alerts-watchdog.json")).isEqualTo(403);
    }

    @Test
    void inAFolderWhatIsNoBookIsARemark() throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("alerts-status.json"), "{".getBytes(UTF_8));

        isARemark(inFolder().read(Book.STATUS, plenty()), "could not be understood");
    }

    @Test
    void inABucketWhatIsNoBookIsARemark() {
        S3.put(bucket, "a/alerts-status.json", "{".getBytes(UTF_8));

        isARemark(inBucket().read(Book.STATUS, plenty()), "could not be understood");
    }

    @Test
    void aFolderThatCannotBeIsARemarkBothWays() throws IOException {
        Files.createFile(folder());

        isARemark(inFolder().read(Book.STATUS, plenty()), "could not be read");
        assertThat(inFolder().write(Book.STATUS, BOOK, plenty())).contains("could not be written");
    }

    @Test
    void aStorageThatRefusesIsARemarkBothWays() {
        S3.refuse("GET", 403);
        S3.refuse("PUT", 403);

        isARemark(inBucket().read(Book.STATUS, plenty()), "FORBIDDEN");
        assertThat(inBucket().write(Book.STATUS, BOOK, plenty())).contains("FORBIDDEN");
    }

    @Test
    void withoutAPlaceTheProcessRemembersAndSaysSo() {
        AlertMemory memory = new ProcessAlertMemory();
        memory.write(Book.STATUS, BOOK, plenty());

        Kept kept = memory.read(Book.STATUS, plenty());

        assertThat(kept.book()).isEqualTo(BOOK);
        assertThat(kept.remark()).contains("forgotten when the process ends");
    }

    private static void comesBack(AlertMemory writing, AlertMemory reading) {
        assertThat(writing.read(Book.WATCHDOG, plenty())).isEqualTo(new Kept(AlertBook.EMPTY, ""));
        assertThat(writing.write(Book.WATCHDOG, BOOK, plenty())).isEmpty();

        assertThat(reading.read(Book.WATCHDOG, plenty())).isEqualTo(new Kept(BOOK, ""));
        assertThat(reading.read(Book.STATUS, plenty()).book())
                .as("the other's book")
                .isEqualTo(AlertBook.EMPTY);
    }

    private static void isARemark(Kept kept, String remark) {
        assertThat(kept.book()).isEqualTo(AlertBook.EMPTY);
        assertThat(kept.remark()).contains(remark);
    }

    private Path folder() {
        return parent.resolve("site.state");
    }

    private AlertMemory inFolder() {
        return new FolderAlertMemory(new PrivateFolder(folder()));
    }

    private AlertMemory inBucket() {
        return new S3AlertMemory(new Bucket(TestStore.of(S3.variables()), bucket), "a/state.json");
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(20));
    }
}
