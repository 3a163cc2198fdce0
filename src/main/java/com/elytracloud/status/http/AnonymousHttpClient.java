package com.elytracloud.status.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Anonymous GET requests by the JDK's own client, which shows the certificate that other clients hide. */
@Singleton
public record AnonymousHttpClient(BoundedExecutor executor, HttpClient client) implements AnonymousHttp {
    @Inject
    public AnonymousHttpClient(TlsConfig tls, BoundedExecutor executor) {
        this(executor, client(tls));
    }

    private static HttpClient client(TlsConfig tls) {
        return HttpClient.newBuilder()
                .sslContext(tls.context())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    @Override
    public Reading<Visit> visit(URI address, Map<String, String> headers, Deadline deadline) {
        try {
            // The body too: the client's own limit ends with the headers.
            return new Reading.Found<>(ApiCaller.bounded(executor, () -> get(address, headers), deadline.remaining()));
        } catch (ApiCallException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    private Visit get(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        Map<String, String> firsts = new HashMap<>();
        response.headers().map().forEach((name, values) -> firsts.put(name, values.get(0)));
        try (InputStream body = response.body()) {
            byte[] read = body.readNBytes(Visit.MOST_BYTES + 1);
            return new Visit(response.statusCode(), firsts, read, certificateEnds(response));
        }
    }

    private static Instant certificateEnds(HttpResponse<?> response) throws SSLPeerUnverifiedException {
        return response.sslSession().isPresent()
                        && response.sslSession().get().getPeerCertificates()[0] instanceof X509Certificate own
                ? own.getNotAfter().toInstant()
                : Instant.MAX;
    }
}
