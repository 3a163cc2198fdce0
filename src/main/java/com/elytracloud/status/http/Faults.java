package com.elytracloud.status.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jboss.logging.Logger;

import com.elytracloud.status.domain.Failure.Reason;

/** Names what went wrong on the way of an answer; the messages of exceptions are not repeated, they may hold anything. */
public final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    private static final List<Class<?>> NO_CONNECTION = List.of(
            ConnectException.class, UnknownHostException.class, NoRouteToHostException.class, SSLException.class);

    private static final List<Class<?>> LATE = List.of(TimeoutException.class, SocketTimeoutException.class);

    private static final List<Class<?>> BROKEN = List.of(JsonProcessingException.class, ZipException.class);

    private final String service;

    Faults(String service) {
        this.service = service;
    }

    /** What the client threw instead of giving us a reply. */
    static NoAnswerException onTheWay(Throwable thrown) {
        return known(thrown)
                .orElseGet(() -> NoAnswerException.lasting(
                        Reason.UNREADABLE,
                        "the answer is not HTTP: " + thrown.getClass().getSimpleName()));
    }

    /** What ended a request; our own mistakes are logged with their trace. */
    NoAnswerException named(Throwable thrown) {
        return known(thrown).orElseGet(() -> {
            LOG.errorf(thrown, "%s: reading failed", service);
            return NoAnswerException.lasting(
                    Reason.INTERNAL_ERROR, thrown.getClass().getSimpleName());
        });
    }

    private static Optional<NoAnswerException> known(Throwable thrown) {
        if (among(thrown, List.of(NoAnswerException.class)) instanceof NoAnswerException named) {
            return Optional.of(named);
        }
        if (among(thrown, NO_CONNECTION) instanceof Exception cause) {
            return Optional.of(NoAnswerException.passing(Reason.UNREACHABLE, "no connection: " + why(cause)));
        }
        if (among(thrown, LATE) != null) {
            return Optional.of(timedOut());
        }
        if (among(thrown, BROKEN) instanceof Exception cause) {
            return Optional.of(NoAnswerException.lasting(
                    Reason.UNREADABLE,
                    "the answer is broken: " + cause.getClass().getSimpleName()));
        }
        return among(thrown, List.of(IOException.class)) == null
                        || among(thrown, List.of(ProtocolException.class)) != null
                ? Optional.empty()
                : Optional.of(
                        NoAnswerException.passing(Reason.CUT_SHORT, "the connection ended before the answer did"));
    }

    // What an operator mends in different places has different words.
    private static String why(Exception cause) {
        if (among(cause, List.of(CertificateExpiredException.class)) != null) {
            return "its certificate has expired";
        }
        if (among(cause, List.of(GeneralSecurityException.class)) != null) {
            return "its certificate is not trusted, or of another name";
        }
        return cause instanceof UnknownHostException
                ? "its name is not known"
                : cause.getClass().getSimpleName();
    }

    /** Nothing came in time. */
    public static NoAnswerException timedOut() {
        return NoAnswerException.passing(Reason.TIMED_OUT, "the whole answer did not arrive within its time");
    }

    private static Throwable among(Throwable thrown, List<Class<?>> types) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10) // a cause may be its own cause
                .filter(cause -> types.stream().anyMatch(type -> type.isInstance(cause)))
                .findFirst()
                .orElse(null);
    }
}
