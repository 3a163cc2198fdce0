package com.elytracloud.status.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Passes a request on as it came, the signature over it included; one PUT after the other, because the server behind
 * looks at a condition and writes in two steps.
 */
final class Forwarder implements ResponseDefinitionTransformerV2 {
    static final String NAME = "forward";

    private static final byte[] NOTHING = {};

    private final int port;
    private final Object onePut = new Object();
    private volatile Predicate<Request> refused = request -> false;
    private volatile Predicate<Request> lost = request -> false;

    Forwarder(int port) {
        this.port = port;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    /** From now on these requests are answered 412. */
    void refuse(Predicate<Request> conditions) {
        refused = conditions;
    }

    /** From now on these PUTs are done and the connection then reset. */
    void loseAnswers(Predicate<Request> puts) {
        lost = puts;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        if (refused.test(event.getRequest())) {
            return new ResponseDefinition(412, NOTHING);
        }
        if (!event.getRequest().getMethod().getName().equals("PUT")) {
            return pass(event);
        }
        synchronized (onePut) {
            ResponseDefinition answer = pass(event);
            return lost.test(event.getRequest())
                    ? new ResponseDefinitionBuilder()
                            .withFault(Fault.CONNECTION_RESET_BY_PEER)
                            .build()
                    : answer;
        }
    }

    private ResponseDefinition pass(ServeEvent event) {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            server.getOutputStream().write(toBytes(event.getRequest()));
            boolean isHead = event.getRequest().getMethod().getName().equals("HEAD");
            return toAnswer(server.getInputStream().readAllBytes(), isHead);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // By HTTP/1.0 the answer is neither chunked nor followed by another one.
    private static byte[] toBytes(Request request) {
        StringBuilder head = new StringBuilder("%s %s HTTP/1.0\r\n".formatted(request.getMethod(), request.getUrl()));
        for (HttpHeader header : request.getHeaders().all()) {
            if (!header.keyEquals("Connection")) {
                header.values().forEach(value -> head.append(header.key() + ": " + asSent(header, value) + "\r\n"));
            }
        }
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes);
        whole.writeBytes(RawBodies.of(request.getBody()));
        return whole.toByteArray();
    }

    // Jetty beneath WireMock writes charset=utf-8 in capitals before anyone sees it, and it is signed.
    private static String asSent(HttpHeader header, String value) {
        return header.keyEquals("Content-Type") ? value.toLowerCase(Locale.ROOT) : value;
    }

    // The length that a HEAD is answered is not that of its own body.
    private static ResponseDefinition toAnswer(byte[] answer, boolean isHead) {
        int end = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        String[] head = new String(answer, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        ResponseDefinitionBuilder built = new ResponseDefinitionBuilder()
                .withStatus(Integer.parseInt(head[0].split(" ", 3)[1]))
                // As a bucket with a rule for every origin, behind a CDN that adds it always.
                .withHeader("Access-Control-Allow-Origin", "*")
                .withBody(Arrays.copyOfRange(answer, end + 4, answer.length));
        for (String line : Arrays.asList(head).subList(1, head.length)) {
            String[] header = line.split(": *", 2);
            if (!header[0].equalsIgnoreCase("Connection")
                    && (isHead || !header[0].equalsIgnoreCase("Content-Length"))) {
                built.withHeader(header[0], header[1]);
            }
        }
        return built.build();
    }
}
