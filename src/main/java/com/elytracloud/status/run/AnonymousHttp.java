package com.elytracloud.status.run;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.elytracloud.status.domain.Reading;

/** Requests a public file anonymously: without credentials, and without following redirects. */
public interface AnonymousHttp {
    /**
     * Sends one request.
     *
     * @param headers sent in addition to those of every anonymous request
     * @return failed, never an exception, if there was no complete response by the deadline; a response of any status
     *     is found
     */
    Reading<Visit> visit(URI address, Map<String, String> headers, Deadline deadline);

    /**
     * The response to an anonymous request.
     *
     * @param headers by name in any case; the first of each
     * @param bytes of the body, at most one more than a public file may have
     * @param certificateEnds {@link Instant#MAX} without a certificate
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    record Visit(int status, Map<String, String> headers, byte[] bytes, Instant certificateEnds) {
        /** The size limit: larger than any of our public files that a program reads. */
        public static final int MOST_BYTES = 64 * 1024;

        public Visit {
            Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            byName.putAll(headers);
            headers = byName;
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
