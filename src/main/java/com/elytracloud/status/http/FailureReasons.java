package com.elytracloud.status.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import jakarta.ws.rs.ProcessingException;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpClosedException;
import org.jboss.logging.Logger;

import com.elytracloud.status.domain.Failure.Reason;

/**
 * Maps exceptions to failures by their causes; messages of exceptions are not repeated, because they may contain
 * secrets.
 */
public final class FailureReasons {
    private static final String EXPIRED = "no connection: its certificate has expired";
    private static final String UNTRUSTED =
            "no connection: its certificate is not trusted, or was issued for another name";

    private static final Logger LOG = Logger.getLogger(FailureReasons.class);

    private static final int MAX_DEPTH = 10; // an exception may be its own cause

    private FailureReasons() {}

    /** The failure behind an exception; an unexpected one is logged with its stack trace. */
    public static ApiCallException of(Throwable thrown) {
        if (find(thrown, ApiCallException.class).orElse(null) instanceof ApiCallException known) {
            return known;
        }
        if (isCausedBy(thrown, SSLPeerUnverifiedException.class, GeneralSecurityException.class)) {
            boolean isExpired = isCausedBy(thrown, CertificateExpiredException.class);
            return transientFailure(Reason.UNREACHABLE, isExpired ? EXPIRED : UNTRUSTED);
        }
        if (isCausedBy(thrown, UnknownHostException.class)) {
            return transientFailure(Reason.UNREACHABLE, "no connection: its name is not known");
        }
        Optional<Throwable> noConnection =
                find(thrown, ConnectException.class, NoRouteToHostException.class, SSLException.class);
        if (noConnection.isPresent()) {
            return transientFailure(Reason.UNREACHABLE, "no connection: " + why(noConnection.get()));
        }
        if (isCausedBy(thrown, TimeoutException.class, SocketTimeoutException.class, HttpTimeoutException.class)) {
            return transientFailure(Reason.TIMED_OUT, "the whole response did not arrive in time");
        }
        return ofResponse(thrown);
    }

    private static ApiCallException ofResponse(Throwable thrown) {
        Optional<Throwable> malformed = find(thrown, JsonProcessingException.class, ZipException.class);
        if (malformed.isPresent()) {
            return ApiCallException.permanentFailure(
                    Reason.UNREADABLE, "the response is malformed: " + name(malformed.get()));
        }
        if (isCausedBy(thrown, IOException.class, HttpClosedException.class)) {
            return transientFailure(Reason.CUT_SHORT, "the connection ended before the response did");
        }
        if (isCausedBy(thrown, ProcessingException.class)) {
            return ApiCallException.permanentFailure(Reason.UNREADABLE, "the response is not HTTP");
        }
        LOG.error("Unexpected failure while calling a service", thrown);
        return ApiCallException.permanentFailure(Reason.INTERNAL_ERROR, name(thrown));
    }

    /** The first exception of one of these types among an exception and its causes. */
    public static Optional<Throwable> find(Throwable thrown, Class<?>... types) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH)
                .filter(cause -> Arrays.stream(types).anyMatch(type -> type.isInstance(cause)))
                .findFirst();
    }

    /** Whether an exception or one of its causes is of one of these types. */
    public static boolean isCausedBy(Throwable thrown, Class<?>... types) {
        return find(thrown, types).isPresent();
    }

    private static String why(Throwable noConnection) {
        if (noConnection instanceof SSLException) {
            return "the TLS handshake failed";
        }
        boolean isRefused = String.valueOf(noConnection.getMessage()).contains("refused");
        return isRefused ? "it was refused" : "no route to it, or no answer";
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }

    private static ApiCallException transientFailure(Reason reason, String detail) {
        return ApiCallException.transientFailure(reason, detail, Duration.ZERO);
    }
}
