package com.elytracloud.status.objectstore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.RawServer;
import com.elytracloud.status.testing.TestStore;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BucketTest {
    private static final String WHOLE = """
            HTTP/1.1 200 OK
            ETag: "1"
            Content-Length: 2
            x-amz-meta-write: w
            x-amz-meta-seq: 25

            {}""".replace("\n", "\r\n");

    @Test
    void anObjectIsKnownByWhatItsHeadersSay() throws Exception {
        try (RawServer server = RawServer.saying(WHOLE)) {
            assertThat(bucket(server).version("status.json", soon()))
                    .isEqualTo(new StoredObject.Version("\"1\"", 25, "w"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ETag", "Content-Length", "2\r\nx-amz", "x-amz-meta-write", "x-amz-meta-seq", "5\r\n", "{}", "}"
            })
    void anAnswerThatIsCutOffIsNoneWhereverThatIs(String before) throws Exception {
        String cut = WHOLE.substring(0, WHOLE.indexOf(before));
        try (RawServer server = RawServer.saying(cut)) {
            assertCutShort(server);
            assertThatThrownBy(() -> bucket(server).read("status.json", 10, soon()))
                    .isInstanceOf(ObjectStoreException.class)
                    .hasMessageContaining("reading bucket/status.json");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePublicAclIsSentOnlyWhereItIsUsed(boolean usesAcl) throws Exception {
        try (LocalS3 s3 = LocalS3.start().createBucket("bucket")) {
            new Bucket(TestStore.of(s3.variables()), "bucket", usesAcl)
                    .put("status.json", new byte[0], request -> {}, soon());

            assertThat(s3.requests().get(0).getHeader("x-amz-acl")).isEqualTo(usesAcl ? "public-read" : null);
        }
    }

    @Test
    void aBucketWithoutAclsNamesTheSetting() throws Exception {
        String error = "<Error><Code>AccessControlListNotSupported</Code></Error>";
        try (RawServer server =
                RawServer.saying("HTTP/1.1 400 Bad Request\r\nContent-Type: application/xml\r\nContent-Length: "
                        + error.length() + "\r\n\r\n" + error)) {
            assertThatThrownBy(() -> bucket(server).put("status.json", new byte[0], request -> {}, soon()))
                    .hasMessageContaining(
                            "AccessControlListNotSupported. The bucket takes no ACLs: set STATUS_BUCKET_ACL=none.");
        }
    }

    @Test
    void anAnswerInPiecesHasAnEndOfItsOwn() throws Exception {
        String pieces =
                WHOLE.replace("Content-Length: 2", "Transfer-Encoding: chunked").replace("{}", "2\r\n{}\r\n0\r\n\r\n");
        try (RawServer server = RawServer.saying(pieces)) {
            assertThat(bucket(server).version("status.json", soon()).seq()).isEqualTo(25);
        }
        try (RawServer server = RawServer.saying(pieces.substring(0, pieces.indexOf("x-amz-meta-seq")))) {
            assertCutShort(server);
        }
    }

    private static void assertCutShort(RawServer server) {
        assertThatThrownBy(() -> bucket(server).version("status.json", soon()))
                .isInstanceOfSatisfying(
                        ObjectStoreException.class,
                        failure -> assertThat(failure.failure().reason()).isEqualTo(Reason.CUT_SHORT));
    }

    private static Bucket bucket(RawServer server) {
        return new Bucket(TestStore.at(server.url()), "bucket");
    }

    private static Deadline soon() {
        return Deadline.in(ofSeconds(20));
    }
}
