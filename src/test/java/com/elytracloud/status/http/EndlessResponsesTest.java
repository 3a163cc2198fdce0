package com.elytracloud.status.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that never ends its status line, headers, chunks or trailers is cut off after some of them. */
class EndlessResponsesTest {
    private static final int MOST_SENT = 32 * 1024 * 1024;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private final BoundedExecutor executor = new BoundedExecutor();
    private volatile boolean wasReceivedWhole;

    @AfterEach
    void end() {
        executor.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "status line, HTTP/1.1 200 , a",
        "one header, HTTP/1.1 200 OK~X: , a",
        "headers, HTTP/1.1 200 OK~, X-A: aaaaaaaaaaaaaaaaaaaaaaaa~",
        "chunk extension, HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2;a=, a",
        "interim responses, '', HTTP/1.1 103 Early Hints~A: b~~"
    })
    void anEndlessHeadIsAFailure(String what, String head, String repeated) throws IOException {
        Reading<Visit> answer = visit(head.replace("~", "\r\n"), repeated.replace("~", "\r\n"));

        assertThat(answer).isInstanceOf(Reading.Failed.class);
        assertThat(wasReceivedWhole).isFalse();
    }

    @Test
    void endlessTrailersAreNotReceived() throws IOException {
        visit(CHUNKED + "2\r\n{}\r\n0\r\n", "X-A: aaaaaaaaaaaaaaaaaaaaaaaa\r\n");

        assertThat(wasReceivedWhole).isFalse();
    }

    @Test
    void anEndlessBodyIsReadUpToItsLimit() throws IOException {
        Reading<Visit> answer = visit(OK + "\r\n", "a");

        assertThat(answer)
                .isInstanceOfSatisfying(Reading.Found.class, found -> assertThat(((Visit) found.value()).bytes())
                        .hasSize(Visit.MOST_BYTES + 1));
        assertThat(wasReceivedWhole).isFalse();
    }

    private Reading<Visit> visit(String head, String repeated) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answer(server, head, repeated));
            thread.setDaemon(true);
            thread.start();
            return new AnonymousHttpClient(TlsConfig.PLATFORM, executor)
                    .visit(
                            URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort())),
                            Map.of(),
                            Deadline.in(Duration.ofSeconds(10)));
        }
    }

    private void answer(ServerSocket server, String head, String repeated) {
        byte[] block = repeated.repeat(64 * 1024 / repeated.length()).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            for (int sent = 0; sent < MOST_SENT; sent += block.length) {
                out.write(block);
            }
            wasReceivedWhole = true;
        } catch (IOException e) {
            // The client has closed the connection, as it should.
        }
    }
}
