package com.elytracloud.status.http;

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

/** Anonymous GET requests by the JDK's own client, which shows the certificate that other clients hide. */
@Singleton
public final class AnonymousHttpClient implements Visitor {
    /** What a failure says of an expired certificate. */
    public static final String EXPIRED = "no secure connection: the certificate has expired";
    /** What a failure says of any other certificate that is refused. */
    public static final String UNTRUSTED = "no secure connection: the certificate is not trusted, or of another name";

    private static final Duration CONNECTING = Duration.ofSeconds(3);

    private final BoundedExecutor workers;
    private final HttpClient client;

    /** A client that trusts what the platform trusts. */
    @Inject
    public AnonymousHttpClient(BoundedExecutor workers) {
        this(workers, HttpClient.newBuilder());
    }

    /** A client that trusts other certificates, for tests. */
    public AnonymousHttpClient(BoundedExecutor workers, HttpClient.Builder builder) {
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
        if (FailureReasons.isCausedBy(thrown, CertificateExpiredException.class)) {
            return failed(Reason.UNREACHABLE, EXPIRED);
        }
        if (FailureReasons.isCausedBy(thrown, SSLException.class)) {
            return failed(Reason.UNREACHABLE, UNTRUSTED);
        }
        if (FailureReasons.isCausedBy(thrown, ConnectException.class)) {
            return failed(Reason.UNREACHABLE, "no connection");
        }
        if (FailureReasons.isCausedBy(thrown, HttpTimeoutException.class)) {
            return failed(Reason.TIMED_OUT, "no answer within its time");
        }
        return FailureReasons.isCausedBy(thrown, IOException.class)
                ? failed(Reason.CUT_SHORT, "the connection ended before the answer did")
                : failed(Reason.INTERNAL_ERROR, thrown.getClass().getSimpleName());
    }

    private static <T> Reading<T> failed(Reason reason, String detail) {
        return new Reading.Failed<>(new Failure(reason, detail));
    }
}
