package com.elytracloud.status.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublicProbe;
import com.elytracloud.status.run.Workers;

/** Fetches the public file by the JDK's own client, which shows the certificate that the others hide. */
@Singleton
final class HttpPublicProbe implements PublicProbe {
    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workers workers;
    private final HttpClient client;

    @Inject
    HttpPublicProbe(Workers workers) {
        this(workers, HttpClient.newBuilder());
    }

    /** A probe that trusts other certificates, for tests. */
    HttpPublicProbe(Workers workers, HttpClient.Builder builder) {
        this.workers = workers;
        this.client = builder.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
    }

    @Override
    public Reading<Answer> fetch(URI address, Deadline deadline) {
        try {
            // The body too: the client's own limit ends with the headers.
            return workers.call(() -> ask(address), deadline.remaining());
        } catch (TimeoutException e) {
            return failed(Reason.TIMED_OUT, "the whole answer did not arrive within its time");
        } catch (ExecutionException e) {
            return named(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Reason.TIMED_OUT, "interrupted");
        }
    }

    @Override
    public Reading<Instant> updatedAt(Answer answer) {
        try {
            return new Reading.Found<>(Instant.parse(
                    JSON.readTree(answer.bytes()).path("updated_at").asText()));
        } catch (IOException | DateTimeException e) {
            return failed(Reason.UNREADABLE, "the file tells no updated_at");
        }
    }

    private Reading<Answer> ask(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status != 200) {
                return failed(reason(status), "answered " + status);
            }
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return failed(Reason.TOO_LARGE, "the answer has more than %d bytes".formatted(MOST_BYTES));
            }
            return new Reading.Found<>(new Answer(bytes, seq(response), certificateEnds(response.sslSession())));
        }
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401 -> Reason.UNAUTHORIZED;
            case 403 -> Reason.FORBIDDEN;
            case 404, 410 -> Reason.NOT_FOUND;
            case 429 -> Reason.THROTTLED;
            default -> status >= 300 && status < 400 ? Reason.REDIRECTED : Reason.SERVER_ERROR;
        };
    }

    private static long seq(HttpResponse<?> response) {
        return response.headers()
                .firstValue("x-amz-meta-seq")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Instant certificateEnds(Optional<SSLSession> session) throws SSLPeerUnverifiedException {
        if (session.isEmpty()) {
            return Instant.MAX;
        }
        Certificate[] chain = session.get().getPeerCertificates();
        return chain[0] instanceof X509Certificate own ? own.getNotAfter().toInstant() : Instant.MAX;
    }

    private static Reading<Answer> named(Throwable thrown) {
        if (isCausedBy(SSLException.class, thrown)) {
            return failed(Reason.UNREACHABLE, "no secure connection: the certificate is expired or not trusted");
        }
        if (isCausedBy(ConnectException.class, thrown)) {
            return failed(Reason.UNREACHABLE, "no connection");
        }
        if (isCausedBy(HttpTimeoutException.class, thrown)) {
            return failed(Reason.TIMED_OUT, "no answer within its time");
        }
        return isCausedBy(IOException.class, thrown)
                ? failed(Reason.CUT_SHORT, "the connection ended before the answer did")
                : failed(Reason.INTERNAL_ERROR, thrown.getClass().getSimpleName());
    }

    private static boolean isCausedBy(Class<?> type, Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10) // a cause may be its own cause
                .anyMatch(type::isInstance);
    }

    private static <T> Reading<T> failed(Reason reason, String detail) {
        return new Reading.Failed<>(new Failure(reason, detail));
    }
}
