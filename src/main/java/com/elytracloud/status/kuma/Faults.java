package com.elytracloud.status.kuma;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
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
final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    private static final List<Class<?>> NO_CONNECTION = List.of(
            ConnectException.class, UnknownHostException.class, NoRouteToHostException.class, SSLException.class);

    private static final List<Class<?>> BROKEN = List.of(JsonProcessingException.class, ZipException.class);

    private Faults() {}

    /** What the client threw instead of giving us a reply. */
    static KumaException onTheWay(Throwable thrown) {
        return known(thrown)
                .orElseGet(() -> KumaException.lasting(
                        Reason.UNREADABLE,
                        "the answer is not HTTP: " + thrown.getClass().getSimpleName()));
    }

    /** What ended a request; our own mistakes are logged with their trace. */
    static KumaException named(Throwable thrown) {
        return known(thrown).orElseGet(() -> {
            LOG.error("Uptime Kuma: reading failed", thrown);
            return KumaException.lasting(
                    Reason.INTERNAL_ERROR, thrown.getClass().getSimpleName());
        });
    }

    private static Optional<KumaException> known(Throwable thrown) {
        if (among(thrown, List.of(KumaException.class)) instanceof KumaException named) {
            return Optional.of(named);
        }
        if (among(thrown, NO_CONNECTION) instanceof Exception cause) {
            return Optional.of(KumaException.passing(
                    Reason.UNREACHABLE, "no connection: " + cause.getClass().getSimpleName()));
        }
        if (among(thrown, List.of(TimeoutException.class)) != null) {
            return Optional.of(timedOut());
        }
        if (among(thrown, BROKEN) instanceof Exception cause) {
            return Optional.of(KumaException.lasting(
                    Reason.UNREADABLE,
                    "the answer is broken: " + cause.getClass().getSimpleName()));
        }
        return among(thrown, List.of(IOException.class)) == null
                ? Optional.empty()
                : Optional.of(KumaException.passing(Reason.CUT_SHORT, "the connection ended before the answer did"));
    }

    static KumaException timedOut() {
        return KumaException.passing(Reason.TIMED_OUT, "the whole answer did not arrive within its time");
    }

    private static Throwable among(Throwable thrown, List<Class<?>> types) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10) // a cause may be its own cause
                .filter(cause -> types.stream().anyMatch(type -> type.isInstance(cause)))
                .findFirst()
                .orElse(null);
    }
}
