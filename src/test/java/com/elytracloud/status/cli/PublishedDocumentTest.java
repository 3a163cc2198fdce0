package com.elytracloud.status.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.http.AnonymousHttpClient;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublishedDocumentTest {
    private static final int LIMIT = 64 * 1024;

    private final BoundedExecutor workers = new BoundedExecutor();
    private final Visitor visitor = new AnonymousHttpClient(TlsConfig.PLATFORM, workers);
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
        workers.close();
    }

    @Test
    void isReadWholeUpToItsLimit() throws Exception {
        serve("/status.json", exchange -> answer(exchange, 200, LIMIT));

        assertThat(PublishedDocument.read(url("/status.json"), visitor, workers))
                .hasSize(LIMIT);
    }

    @Test
    void oneByteMoreIsRefused() {
        serve("/status.json", exchange -> answer(exchange, 200, LIMIT + 1));

        assertThatThrownBy(() -> PublishedDocument.read(url("/status.json"), visitor, workers))
                .isInstanceOf(IOException.class)
                .hasMessage("it is larger than 65536 bytes, which no status.json is");
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() {
        serve("/status.json", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/elsewhere"));
            answer(exchange, 302, 0);
        });
        serve("/elsewhere", exchange -> answer(exchange, 200, 2));

        assertThatThrownBy(() -> PublishedDocument.read(url("/status.json"), visitor, workers))
                .hasMessage("the answer is 302");
        assertThat(asked).containsExactly("/status.json");
    }

    @Test
    void aBodyThatDoesNotEndIsNotWaitedFor() {
        serve("/status.json", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitEnd();
        });

        assertThatThrownBy(() -> PublishedDocument.read(url("/status.json"), visitor, workers, Duration.ofSeconds(1)))
                .hasMessage("no whole answer within 1 s");
    }

    @Test
    void aFileHasTheSameLimitAndMayBeMissing(@TempDir Path folder) throws IOException {
        Path large = Files.write(folder.resolve("large.json"), new byte[LIMIT + 1]);

        assertThatThrownBy(() -> PublishedDocument.read(large.toString(), visitor, workers))
                .hasMessageContaining("larger than 65536 bytes");
        assertThatThrownBy(
                        () -> PublishedDocument.read(folder.resolve("none.json").toString(), visitor, workers))
                .hasMessage("there is no such file");
    }

    @Test
    void nobodyThereIsSaidInWords() {
        server.stop(0);

        assertThatThrownBy(() -> PublishedDocument.read(url("/status.json"), visitor, workers))
                .hasMessageStartingWith("nobody answers there");
        assertThatThrownBy(() -> PublishedDocument.read("https://exa mple/", visitor, workers))
                .hasMessage("that is no address and no path");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.add(path);
            handler.handle(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, int length) throws IOException {
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(new byte[length]);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
