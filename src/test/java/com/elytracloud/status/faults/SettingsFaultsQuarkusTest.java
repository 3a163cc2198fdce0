package com.elytracloud.status.faults;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;

import com.elytracloud.status.testing.LocalParameterStore;
import com.elytracloud.status.testing.TlsServer;

import static com.elytracloud.status.faults.Promise.Around.KUMA;
import static com.elytracloud.status.faults.Promise.Around.SECRETS;
import static com.elytracloud.status.faults.Promise.Around.STATE;
import static org.assertj.core.api.Assertions.assertThat;

/** Faults that need a start with other settings, or one that has met no fault before. */
@QuarkusTest
final class SettingsFaultsQuarkusTest extends ApplicationStage {
    static final String OTHER_SECRET = "another-secret-altogether";
    static final String SESSION = "secret-of-the-session";

    private long before;

    @Promise(
            around = KUMA,
            when = "its host name does not resolve",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE", "its name is not known"})
    void nameless() throws Exception {
        whenStarted(Map.of("UPTIME_KUMA_URL", "http://kuma.invalid:3001"));
    }

    @Promise(
            around = KUMA,
            when = "its certificate has expired",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE", "its certificate has expired"},
            never = "the key sent")
    void expired() throws Exception {
        whenItsCertificateIs("expired.p12");
    }

    @Promise(
            around = KUMA,
            when = "its certificate is not trusted",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE", "its certificate is not trusted"},
            never = "the key sent")
    void foreign() throws Exception {
        whenItsCertificateIs("foreign.p12");
    }

    private void whenItsCertificateIs(String file) throws Exception {
        Questions asked = new Questions();
        try (Door secured = new Door(0)) {
            secured.meet(Answers.secured(file, asked));
            whenStarted(Map.of(
                    "UPTIME_KUMA_URL", "https://localhost:" + secured.port(), "TLS_CA_FILE", TlsServer.AUTHORITY));
        }
        asked.requireNone();
    }

    @Promise(
            around = STATE,
            when = "the storage refuses every conditional write (412)",
            published = Published.OPERATIONAL,
            told = {"refuses every conditional write", "STATE_CONDITIONAL_WRITES"},
            never = "the run not stored")
    void refusesConditions() throws Exception {
        // A start of its own: it remembers the refusals.
        whenStarted(
                Map.of(),
                world -> {
                    before = Memories.seq(world.memory());
                    world.storage().refuseEveryCondition();
                },
                world -> assertThat(Memories.seq(world.memory())).isEqualTo(before + 1));
    }

    @Promise(
            around = SECRETS,
            when = "the storage's key is wrong",
            published = Published.AS_BEFORE,
            ends = Promise.Ends.FAILED,
            told = {"403"})
    void wrongStorageKey() throws Exception {
        whenStarted(Map.of("SPACES_SECRET_KEY", OTHER_SECRET));
    }

    @Promise(
            around = SECRETS,
            when = "Parameter Store refuses at the start",
            published = Published.AS_BEFORE,
            ends = Promise.Ends.NOT_STARTED,
            told = {"SECRETS_SSM_PATH", "ssm:GetParametersByPath"})
    void refusedStore() throws Exception {
        try (LocalParameterStore store = new LocalParameterStore()) {
            store.answering(400, "{\"__type\":\"AccessDeniedException\"}");
            whenTheStoreIs(store.variables("/elytra").get("AWS_ENDPOINT_URL_SSM"));
        }
    }

    @Promise(
            around = SECRETS,
            when = "Parameter Store does not respond at the start",
            published = Published.AS_BEFORE,
            ends = Promise.Ends.NOT_STARTED,
            told = {"SECRETS_SSM_PATH", "does not answer"},
            hangs = true)
    void storeNeverAnswers() throws Exception {
        whenTheStoreIs(Answers.never());
    }

    @Promise(
            around = SECRETS,
            when = "Parameter Store's response is endless and slow at the start",
            published = Published.AS_BEFORE,
            ends = Promise.Ends.NOT_STARTED,
            told = {"SECRETS_SSM_PATH", "does not answer"},
            hangs = true)
    void storeTrickles() throws Exception {
        whenTheStoreIs(Answers.reply(
                "HTTP/1.1 200 OK\nContent-Type: application/x-amz-json-1.1\nTransfer-Encoding: chunked",
                Answers.trickle(" ")));
    }

    private void whenTheStoreIs(Door.Visit visit) throws Exception {
        try (Door store = new Door(0)) {
            store.meet(visit);
            whenTheStoreIs("http://127.0.0.1:" + store.port());
        }
    }

    private void whenTheStoreIs(String address) throws Exception {
        whenStarted(Map.of(
                "SECRETS_SSM_PATH", "/elytra",
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL_SSM", address,
                "AWS_ACCESS_KEY_ID", "ASIASESSION",
                "AWS_SECRET_ACCESS_KEY", SESSION));
    }
}
