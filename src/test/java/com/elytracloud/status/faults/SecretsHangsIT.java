package com.elytracloud.status.faults;

import java.util.Map;

import static com.elytracloud.status.faults.Promise.Around.SECRETS;

/** A Parameter Store that keeps the start waiting. */
final class SecretsHangsIT extends HangingStage {
    static final String SESSION = "secret-of-the-session";

    @Promise(
            around = SECRETS,
            when = "Parameter Store does not respond at the start",
            published = Published.AS_BEFORE,
            ends = Promise.Ends.NOT_STARTED,
            told = {"SECRETS_SSM_PATH", "does not answer"},
            hangs = true)
    void neverAnswers() throws Exception {
        whenTheStoreIs(Answers.never());
    }

    @Promise(
            around = SECRETS,
            when = "Parameter Store's response is endless and slow at the start",
            published = Published.AS_BEFORE,
            ends = Promise.Ends.NOT_STARTED,
            told = {"SECRETS_SSM_PATH", "does not answer"},
            hangs = true)
    void trickles() throws Exception {
        whenTheStoreIs(Answers.reply(
                "HTTP/1.1 200 OK\nContent-Type: application/x-amz-json-1.1\nTransfer-Encoding: chunked",
                Answers.trickle(" ")));
    }

    private void whenTheStoreIs(Door.Visit visit) throws Exception {
        try (Door store = new Door(0)) {
            store.meet(visit);
            whenStarted(Map.of(
                    "SECRETS_SSM_PATH", "/elytra",
                    "AWS_REGION", "eu-west-1",
                    "AWS_ENDPOINT_URL_SSM", "http://127.0.0.1:" + store.port(),
                    "AWS_ACCESS_KEY_ID", "ASIASESSION",
                    "AWS_SECRET_ACCESS_KEY", SESSION));
        }
    }
}
