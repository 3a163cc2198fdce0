package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.publish.PublishConfig.Target;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.SitePublisher;
import com.elytracloud.status.run.SitePublisher.Published;
import com.elytracloud.status.run.SitePublisher.Revision;
import com.elytracloud.status.testing.SiteFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FolderSitePublisherTest {
    private static final Revision EDITION = new Revision(7, Instant.parse("2028-02-29T23:59:30Z"));
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @Test
    void everyFileIsWrittenWithItsFolders() throws IOException {
        Published published = publish(SiteFiles.page("api/v2/summary.json", "{}"), SiteFiles.status("{\"a\":1}"));

        assertThat(published)
                .isEqualTo(new Published(
                        folder.toString(), List.of("api/v2/summary.json", "status.json"), List.of(), false));
        assertThat(folder.resolve("api/v2/summary.json")).hasContent("{}");
        assertThat(folder.resolve("status.json")).hasContent("{\"a\":1}");
        assertThat(allFiles()).hasSize(2);
    }

    @Test
    void anUnchangedFileIsNotTouched() throws IOException {
        publish(SiteFiles.page("index.html", "page"), SiteFiles.status("1"));
        FileTime before = FileTime.from(Instant.parse("2020-02-29T00:00:00Z"));
        Files.setLastModifiedTime(folder.resolve("index.html"), before);

        Published published = publish(SiteFiles.page("index.html", "page"), SiteFiles.status("2"));

        assertThat(published.sent()).containsExactly("status.json");
        assertThat(Files.getLastModifiedTime(folder.resolve("index.html"))).isEqualTo(before);
    }

    @Test
    void aReaderNeverSeesHalfAFile() throws Exception {
        String one = "1".repeat(300_000);
        String two = "2".repeat(300_000);
        publish(SiteFiles.status(one));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<String> strange = reader.submit(() -> {
            while (!done.get()) {
                String seen = Files.readString(folder.resolve("status.json"));
                if (!seen.equals(one) && !seen.equals(two)) {
                    return "a file of %d characters".formatted(seen.length());
                }
            }
            return "nothing";
        });

        for (int i = 0; i < 100; i++) {
            publish(SiteFiles.status(i % 2 == 0 ? two : one));
        }
        done.set(true);

        assertThat(strange.get()).isEqualTo("nothing");
        reader.shutdown();
    }

    @Test
    void aFolderThatIsNotThereIsMade() {
        Path missing = folder.resolve("missing/site");

        new FolderSitePublisher(Target.FOLDER, missing).publish(List.of(SiteFiles.status("1")), EDITION, DEADLINE);

        assertThat(missing.resolve("status.json")).hasContent("1");
    }

    @Test
    void aFileThatCannotTakeItsPlaceFailsAndLeavesNoDraftBehind() throws IOException {
        Files.createDirectories(folder.resolve("status.json/in-the-way"));

        assertThatThrownBy(() -> publish(SiteFiles.status("1")))
                .isInstanceOf(PublishException.class)
                .hasMessageStartingWith(
                        "OUTPUT_DIR=%s: %s/status.json could not be written: ".formatted(folder, folder));
        assertThat(allFiles()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLDER", "FILE"})
    void aPlaceThatCannotBeMadeIsNamedWithItsSetting(Target target) throws IOException {
        Path below = Files.createFile(folder.resolve("file")).resolve("site/status");

        assertThatThrownBy(() -> new FolderSitePublisher(target, below)
                        .publish(List.of(SiteFiles.status("1")), EDITION, DEADLINE))
                .isInstanceOf(PublishException.class)
                .hasMessageStartingWith(
                        "%s=%s: ".formatted(target == Target.FILE ? "OUTPUT_FILE" : "OUTPUT_DIR", below));
    }

    @Test
    void aFileHasTheRightsOfAnyNewFile() throws IOException {
        Path any = Files.createFile(folder.resolve("any"));

        publish(SiteFiles.status("1"));

        assertThat(Files.getPosixFilePermissions(folder.resolve("status.json")))
                .isEqualTo(Files.getPosixFilePermissions(any));
    }

    @Test
    void asASingleFileOnlyTheStatusIsWritten() throws IOException {
        Path file = folder.resolve("elytra.json");
        SitePublisher publisher = new FolderSitePublisher(Target.FILE, file);

        Published published = publisher.publish(
                List.of(SiteFiles.page("index.html", "page"), SiteFiles.status("1")), EDITION, DEADLINE);

        assertThat(published).isEqualTo(new Published(file.toString(), List.of("status.json"), List.of(), false));
        assertThat(file).hasContent("1");
        assertThat(allFiles()).containsExactly(file);
    }

    @Test
    void everyFileShowsTheInstantOfItsRun() throws IOException {
        publish(SiteFiles.page("index.html", "page"), SiteFiles.status("1"));

        assertThat(Files.getLastModifiedTime(folder.resolve("index.html")).toInstant())
                .isEqualTo(EDITION.at());
        assertThat(Files.getLastModifiedTime(folder.resolve("status.json")).toInstant())
                .isEqualTo(EDITION.at());
    }

    @Test
    void anOlderSiteNeverReplacesANewerOne() {
        publish(SiteFiles.status("new"));

        Revision older = new Revision(6, EDITION.at().minusSeconds(1));
        Published late = new FolderSitePublisher(Target.FOLDER, folder)
                .publish(List.of(SiteFiles.page("index.html", "old"), SiteFiles.status("old")), older, DEADLINE);

        assertThat(late.superseded()).isTrue();
        assertThat(late.sent()).isEmpty();
        assertThat(folder.resolve("status.json")).hasContent("new");
        assertThat(folder.resolve("index.html")).doesNotExist();
    }

    @Test
    void aFileFromTheFutureIsReplaced() throws IOException {
        publish(SiteFiles.status("1"));
        Files.setLastModifiedTime(
                folder.resolve("status.json"), FileTime.from(EDITION.at().plus(Duration.ofMinutes(16))));

        Published published = publish(SiteFiles.status("2"));

        assertThat(published.superseded()).isFalse();
        assertThat(published.warnings()).singleElement().asString().contains("a clock was wrong");
        assertThat(folder.resolve("status.json")).hasContent("2");
    }

    private Published publish(SiteFile... files) {
        return new FolderSitePublisher(Target.FOLDER, folder).publish(List.of(files), EDITION, DEADLINE);
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
