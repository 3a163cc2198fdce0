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
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Visitor;

/** A visitor by the JDK's own client, which shows the certificate that the others hide. */
@Singleton
final class HttpVisitor implements Visitor {
    static final String EXPIRED = "no secure connection: the certificate has expired";
    static final String UNTRUSTED = "no secure connection: the certificate is not trusted, or of another name";

    private static final Duration CONNECTING = Duration.ofSeconds(3);

    private final BoundedExecutor workers;
    private final HttpClient client;

    @Inject
    HttpVisitor(BoundedExecutor workers) {
        this(workers, HttpClient.newBuilder());
    }

    /** A visitor that trusts other certificates, for tests. */
    HttpVisitor(BoundedExecutor workers, HttpClient.Builder builder) {
        this.workers = workers;
        this.client = builder.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
    }

    @Override
    public Reading<Visit> visit(URI address, Map<String, String> headers, Deadline deadline) {
        try {
            // The body too: the client's own limit ends with the headers.
            return new Reading.Found<>(workers.call(() -> ask(address, headers), deadline.remaining()));
        } catch (TimeoutException e) {
            return failed(Reason.TIMED_OUT, "the whole answer did not arrive within its time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Reason.TIMED_OUT, "interrupted");
        } catch (Exception e) {
            return named(e);
        }
    }

    private Visit ask(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Visit(
                    response.statusCode(),
                    firsts(response),
                    body.readNBytes(Visit.MOST_BYTES + 1),
                    certificateEnds(response.sslSession()));
        }
    }

    private static Map<String, String> firsts(HttpResponse<?> response) {
        Map<String, String> firsts = new HashMap<>();
        response.headers().map().forEach((name, values) -> firsts.put(name, values.get(0)));
        return firsts;
    }

    private static Instant certificateEnds(Optional<SSLSession> session) throws SSLPeerUnverifiedException {
        if (session.isEmpty()) {
            return Instant.MAX;
        }
        Certificate[] chain = session.get().getPeerCertificates();
        return chain[0] instanceof X509Certificate own ? own.getNotAfter().toInstant() : Instant.MAX;
    }

    private static Reading<Visit> named(Throwable thrown) {
        if (isCausedBy(CertificateExpiredException.class, thrown)) {
            return failed(Reason.UNREACHABLE, EXPIRED);
        }
        if (isCausedBy(SSLException.class, thrown)) {
            return failed(Reason.UNREACHABLE, UNTRUSTED);
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
