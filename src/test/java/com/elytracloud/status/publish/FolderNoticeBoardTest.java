package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;
import com.elytracloud.status.run.PublishException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FolderNoticeBoardTest {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));
    private static final Instant STARTED = Instant.parse("2028-02-29T23:59:30Z");
    private static final Notice NOTICE =
            new Notice(PlatformStatus.DEGRADED, "One \"title\"", "Two\nlines.", STARTED, STARTED.plusSeconds(3600));
    private static final String WHOLE =
            "{'status':'degraded','title':'t','message':'m','started_at':'2028-02-29T23:59:30Z','expires_at':'2028-03-01T03:59:30Z'}";

    @TempDir
    Path folder;

    private NoticeBoard board;

    @BeforeEach
    void make() {
        board = new FolderNoticeBoard(new PrivateFolder(folder));
    }

    @Test
    void aNoticeIsPostedReplacedAndCleared() throws IOException {
        assertThat(board.read(DEADLINE)).isEqualTo(new Reading.Nothing<>());

        board.post(NOTICE, DEADLINE);
        board.post(NOTICE, DEADLINE);

        assertThat(board.read(DEADLINE)).isEqualTo(new Reading.Found<>(NOTICE));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("notice.json"))))
                .isEqualTo("rw-------");
        board.clear(DEADLINE);
        board.clear(DEADLINE);
        assertThat(board.read(DEADLINE)).isEqualTo(new Reading.Nothing<>());
    }

    @ParameterizedTest(name = "{1} in place of {0}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                ",'expires_at':'2028-03-01T03:59:30Z'; ``; 'expires_at' is missing",
                "'degraded'; 'DEGRADED'; 'status' is none of operational, degraded, outage, unknown",
                "'title':'t'; 'title':7; 'title' is not of type string",
                "'title':'t'; 'title':''; the title of a notice has 1 to 120 characters",
                "'title':'t'; 'title':'t','more':1; has unknown keys",
                "'title':'t'; 'title':'t','title':'u'; is no valid JSON at byte",
                "2028-03-01T03; 2028-03-02T03; a notice of status DEGRADED speaks for more than nothing and at most PT24H",
                "2028-03-01T03:59:30Z; tomorrow; 'expires_at' is not a time such as",
                "{; `[`; is no valid JSON at byte"
            })
    void whatCannotBeUsedIsNamed(String there, String instead, String why) throws IOException {
        String text = WHOLE.replace(there, instead);
        assertThat(text).isNotEqualTo(WHOLE);
        Files.writeString(folder.resolve("notice.json"), text.replace('\'', '"'));

        String failure = board.read(DEADLINE).fold(found -> "found", () -> "nothing", Object::toString);

        assertThat(failure).startsWith("UNREADABLE: %s/notice.json: %s".formatted(folder, why));
    }

    @Test
    void aPlaceThatTakesNothingIsAnException() throws IOException {
        NoticeBoard nowhere = new FolderNoticeBoard(new PrivateFolder(Files.createFile(folder.resolve("file"))));

        assertThatThrownBy(() -> nowhere.post(NOTICE, DEADLINE))
                .isInstanceOf(PublishException.class)
                .hasMessageStartingWith("the notice was not set: ");
    }
}
