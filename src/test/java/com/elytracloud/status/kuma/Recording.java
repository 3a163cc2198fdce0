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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import jakarta.ws.rs.ProcessingException;

import io.vertx.core.http.HttpClosedException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** One recorded reply of a real Uptime Kuma: its head, and its body if it was kept. */
record Recording(Path file) {
    private static final Path ROOT = Path.of("src/test/resources/kuma");
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

    /** The response, or what the client throws where there was none. */
    RestResponse<InputStream> response() throws InterruptedException {
        return response(header("Date"));
    }

    /** The same at another time. */
    RestResponse<InputStream> response(String date) throws InterruptedException {
        if (timedOut()) {
            return FakeKuma.never();
        }
        if (!isAnswered()) {
            throw new ProcessingException(new HttpClosedException("Connection was closed"));
        }
        ResponseBuilder<InputStream> response =
                ResponseBuilder.create(Integer.parseInt(head().get(0).split(" ", 3)[1]));
        for (String line : head().subList(1, head().size())) {
            String[] header = line.split(":", 2);
            if (header.length == 2 && !header[0].equalsIgnoreCase("Date")) {
                response.header(header[0], header[1].strip());
            }
        }
        return response.header("Date", date)
                .entity(new ByteArrayInputStream(body()))
                .build();
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

    static byte[] unpacked(byte[] gzip) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
