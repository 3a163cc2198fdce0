package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.backup.BackupStorage.Head;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.RawServer;
import com.elytracloud.status.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class S3BackupStorageTest {
    private static final String WHOLE = """
            HTTP/1.1 200 OK
            Content-Length: 65536
            ETag: "1"
            Last-Modified: Fri, 20 Nov 2026 02:00:00 GMT

            """.replace("\n", "\r\n");

    @Test
    void aHeadTellsSizeMarkAndTime() throws Exception {
        try (RawServer server = RawServer.saying(WHOLE)) {
            assertThat(storage(server).head("a.gz", soon()))
                    .contains(new Head(65_536, "\"1\"", Instant.parse("2026-11-20T02:00:00Z")));
        }
    }

    /** Or else a good backup would be called one of another size. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "36\r\n", "ETag", "Last-Modified"})
    void aHeadThatIsCutOffTellsNothing(String before) throws Exception {
        try (RawServer server = RawServer.saying(WHOLE.substring(0, WHOLE.indexOf(before)))) {
            assertThatThrownBy(() -> storage(server).head("a.gz", soon()))
                    .isInstanceOfSatisfying(
                            BackupStorageException.class,
                            failure -> assertThat(failure.failure().reason()).isEqualTo(Reason.CUT_SHORT));
        }
    }

    private static S3BackupStorage storage(RawServer server) {
        return new S3BackupStorage(TestStore.at(server.url()), "bucket");
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20));
    }
}
