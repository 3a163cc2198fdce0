package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;

/** One recorded reply of a real Uptime Kuma: its head, and its body if it was kept. */
record Recording(Path file) {
    private static final Path ROOT = Path.of("src/test/resources/kuma");
    private static final Set<String> NOT_REPLAYED =
            Set.of("content-length", "transfer-encoding", "connection", "keep-alive", "date");
    private static final String HTML =
            "<!DOCTYPE html><html><body>Cannot GET /metrics, or any other page</body></html>";

    /** By its path without ending, such as {@code 2.5.3/metrics}. */
    static Recording of(String name) {
        return new Recording(ROOT.resolve(name + ".http"));
    }

    static Stream<String> names() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .map(file -> ROOT.relativize(file).toString())
                    .filter(name -> name.endsWith(".http"))
                    .map(name -> name.substring(0, name.length() - ".http".length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAnswered() {
        return head().get(0).startsWith("HTTP/");
    }

    boolean timedOut() {
        return head().get(0).contains("curl exit 28");
    }

    Instant date() {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header("Date")));
    }

    String header(String name) {
        return head().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** The body as it was on the wire. */
    byte[] body() {
        String base = file.toString().replaceFirst("\\.http$", "");
        for (String ending : List.of(".txt", ".json", ".txt.gz", ".json.gz")) {
            Path body = Path.of(base + ending);
            if (Files.exists(body)) {
                return ending.endsWith(".gz") && header("Content-Encoding").isEmpty()
                        ? unpacked(read(body))
                        : read(body);
            }
        }
        return HTML.getBytes(StandardCharsets.UTF_8);
    }

    /** The whole reply, or its lack, for replaying; a timeout takes a second and a half. */
    ResponseDefinitionBuilder replay() {
        return replay(header("Date"));
    }

    /** The same at another time. */
    ResponseDefinitionBuilder replay(String date) {
        if (!isAnswered()) {
            return timedOut()
                    ? WireMock.ok().withFixedDelay(1500)
                    : WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE);
        }
        ResponseDefinitionBuilder reply = WireMock.status(
                        Integer.parseInt(head().get(0).split(" ", 3)[1]))
                .withHeader("Date", date)
                .withBody(body());
        for (String line : head().subList(1, head().size())) {
            String[] header = line.split(":", 2);
            if (header.length == 2 && !NOT_REPLAYED.contains(header[0].toLowerCase(Locale.ROOT))) {
                reply.withHeader(header[0], header[1].strip());
            }
        }
        return reply;
    }

    private List<String> head() {
        return new String(read(file), StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unpacked(byte[] gzip) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
