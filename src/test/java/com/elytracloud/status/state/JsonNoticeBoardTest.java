package com.elytracloud.status.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;
import com.elytracloud.status.run.PublishException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonNoticeBoardTest {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));
    private static final Instant STARTED = Instant.parse("2028-02-29T23:59:30Z");
    private static final String WHOLE =
            "{'status':'degraded','title':'t','message':'m','started_at':'2028-02-29T23:59:30Z','expires_at':'2028-03-01T03:59:30Z'}";

    @TempDir
    Path folder;

    private NoticeBoard board;

    @BeforeEach
    void make() {
        board = new JsonNoticeBoard(new FolderPrivateStore(folder));
    }

    @Test
    void aNoticeThatAPersonWroteIsRead() throws IOException {
        Files.writeString(folder.resolve("notice.json"), WHOLE.replace('\'', '"'));

        Notice read = board.read(DEADLINE).fold(found -> found, () -> null, failure -> null);

        assertThat(read).isEqualTo(new Notice(PlatformStatus.DEGRADED, "t", "m", STARTED, STARTED.plusSeconds(14_400)));
    }

    @ParameterizedTest(name = "{1} in place of {0}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                ",'expires_at':'2028-03-01T03:59:30Z'; ``; 'expires_at' is missing",
                "'degraded'; 'DEGRADED'; 'status' is missing or not as expected",
                "'title':'t'; 'title':7; 'title' is missing or not as expected",
                "'title':'t'; 'title':''; is refused: the title of a notice has 1 to 120 characters",
                "'title':'t'; 'title':'t','more':1; 'more' is not a known key",
                "'title':'t'; 'title':'t','title':'u'; is not valid JSON at line 1, column ",
                "2028-03-01T03; 2028-03-02T03; is refused: a notice of status DEGRADED speaks for more than nothing and",
                "2028-03-01T03:59:30Z; tomorrow; 'expires_at' is missing or not as expected",
                "{; `[`; is not of the expected form"
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
        Notice notice = new Notice(PlatformStatus.DEGRADED, "t", "m", STARTED, STARTED.plusSeconds(1));
        NoticeBoard nowhere = new JsonNoticeBoard(new FolderPrivateStore(Files.createFile(folder.resolve("file"))));

        assertThatThrownBy(() -> nowhere.post(notice, DEADLINE))
                .isInstanceOf(PublishException.class)
                .hasMessageStartingWith("the notice was not set: ");
    }
}
