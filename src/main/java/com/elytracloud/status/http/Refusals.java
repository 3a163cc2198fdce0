package com.elytracloud.status.http;

import java.util.Optional;

import com.elytracloud.status.domain.Failure.Reason;

/** What one service means when it does not answer as asked. */
public interface Refusals {
    /** The name of the service, for the operator. */
    String service();

    /** What a reply with another status than 200 means here; empty if it means what it means everywhere. */
    Optional<NoAnswerException> of(Reply reply);

    /** Why something came under 200 that is not of the expected type. */
    Reason wrongType();
}
