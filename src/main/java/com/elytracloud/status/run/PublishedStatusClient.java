package com.elytracloud.status.run;

import java.net.URI;
import java.time.Instant;

import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;

/** Fetches the published {@code status.json} as an anonymous reader does. */
public interface PublishedStatusClient {
    /**
     * Fetches it once, without credentials and without following redirects.
     *
     * @return failed, never an exception, if there is no usable answer by the deadline
     */
    Reading<Answer> fetch(URI address, Deadline deadline);

    /**
     * Parses a response as a status document.
     *
     * @return failed if the bytes are no status document
     */
    Reading<ServedSite> served(Answer answer);

    /**
     * The response.
     *
     * @param seq the number of the run that published it, 0 if the publish target does not say
     * @param certificateEnds {@link Instant#MAX} without a certificate
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    record Answer(byte[] bytes, long seq, Instant certificateEnds) {}
}
