package com.elytracloud.status.objectstore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.TlsServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An object storage behind a certificate of the company's own authority. */
class S3TlsTest {
    private final WireMockServer server = TlsServer.create();

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(WireMock.get(WireMock.urlPathEqualTo("/bucket/key")).willReturn(WireMock.ok("content")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void itIsReadIfTheAuthorityIsConfigured() throws Exception {
        assertThat(read(TlsServer.trusting())).isEqualTo("content");
    }

    @Test
    void itIsNotReadOtherwise() {
        assertThatThrownBy(() -> read(TlsConfig.PLATFORM))
                .isInstanceOfSatisfying(
                        ObjectStoreException.class,
                        failed -> assertThat(failed.failure().detail()).contains("certificate"));
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    private String read(TlsConfig tls) throws ObjectStoreException {
        Map<String, String> variables = Map.of(
                "SPACES_ENDPOINT", "https://localhost:" + server.httpsPort(),
                "SPACES_ACCESS_KEY", "LOCAL4ACCESS7KEY9Q2",
                "SPACES_SECRET_KEY", "L0cal+s3cret/4fQ9xZ71kd");
        ObjectStore store =
                new ObjectStore(new SpacesConfig(new Variables(variables::get))::access, ObjectStore.USUAL, tls);
        return store.call("reading", Deadline.in(Duration.ofSeconds(20)), s3 -> s3.getObjectAsBytes(
                        request -> request.bucket("bucket").key("key"))
                .asString(StandardCharsets.UTF_8));
    }
}
