package com.elytracloud.status.run;

import java.net.URI;

import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.run.AnonymousHttp.Visit;

/** Fetches the published {@code status.json} as an anonymous reader does. */
public interface PublishedStatusClient {
    /** Fetches it once; failed, never an exception, if there is no usable answer by the deadline. */
    Reading<Visit> fetch(URI address, Deadline deadline);

    /** Parses an answer as a status document; failed if it is none. */
    Reading<ServedSite> served(Visit answer);
}
