package com.elytracloud.status.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.FigureStore;
import com.elytracloud.status.run.FigureStore.Kept;
import com.elytracloud.status.run.SourceFigures;
import com.elytracloud.status.run.SourceFigures.Asked;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.TestStore;

import static com.elytracloud.status.domain.UptimeWindow.LAST_7D;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Where a source's figures lie between the runs: in a bucket, in a folder, or nowhere. */
class FigureStoresTest {
    private static final LocalS3 S3 = LocalS3.start();
    private static final SourceFigures FIGURES = new SourceFigures(Map.of(
            new MonitorId("7"),
            new Asked(
                    Instant.parse("2028-02-29T23:59:31Z"),
                    Instant.parse("2028-02-29T23:59:31Z"),
                    Map.of(LAST_7D, new BigDecimal("0.5")))));

    private final String bucket = "figures-" + UUID.randomUUID();

    @TempDir
    Path folder;

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
    void whatIsKeptComesBack() {
        for (FigureStore store : List.of(inBucket(), inFolder())) {
            assertThat(store.read(plenty())).isEqualTo(Kept.NOTHING);
            assertThat(store.write(FIGURES, plenty())).isEmpty();
            assertThat(store.read(plenty())).isEqualTo(new Kept(FIGURES, ""));
            assertThat(store.write(SourceFigures.NONE, plenty())).isEmpty();
            assertThat(store.read(plenty())).isEqualTo(Kept.NOTHING);
        }
    }

    @Test
    void theObjectLiesBesideTheStateAndIsPrivate() {
        inBucket().write(FIGURES, plenty());

        LoggedRequest put = S3.requests().get(0);
        assertThat(put.getUrl()).startsWith("/" + bucket + "/a/figures.json");
        assertThat(put.getHeader("x-amz-acl")).isEqualTo("private");
    }

    @Test
    void theFileIsPrivate() throws IOException {
        inFolder().write(FIGURES, plenty());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("figures.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whateverGoesWrongIsARemark() throws IOException {
        Files.createDirectory(folder.resolve("figures.json"));
        Files.writeString(folder.resolve("figures.json").resolve("in the way"), "");
        S3.refuse("GET", 403);
        S3.refuse("PUT", 403);

        for (FigureStore store : List.of(inBucket(), inFolder())) {
            assertThat(store.read(plenty()).figures()).isEqualTo(SourceFigures.NONE);
            assertThat(store.read(plenty()).remark()).contains("could not be read");
            assertThat(store.write(FIGURES, plenty())).contains("could not be written");
        }
    }

    @Test
    void anObjectOfSomethingElseIsNothingAndReplaced() throws Exception {
        S3.put(bucket, "a/figures.json", "{\"schema\":9}".getBytes(UTF_8));

        assertThat(inBucket().read(plenty()).remark()).contains("could not be understood");
        assertThat(inBucket().write(FIGURES, plenty())).isEmpty();
        assertThat(inBucket().read(plenty())).isEqualTo(new Kept(FIGURES, ""));
    }

    @Test
    void nowhereKeepsNothingAndIsNoTrouble() {
        FigureStore store = new NoFigureStore();

        assertThat(store.write(FIGURES, plenty())).isEmpty();
        assertThat(store.read(plenty())).isEqualTo(Kept.NOTHING);
    }

    private FigureStore inBucket() {
        return new S3FigureStore(new Bucket(TestStore.of(S3.variables()), bucket), "a/state.json");
    }

    private FigureStore inFolder() {
        return new FolderFigureStore(new PrivateFolder(folder));
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofMinutes(1));
    }
}
