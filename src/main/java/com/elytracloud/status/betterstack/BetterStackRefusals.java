package com.elytracloud.status.betterstack;

import java.util.Optional;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.NoAnswerException;
import com.elytracloud.status.http.Refusals;
import com.elytracloud.status.http.Reply;

/** How Better Stack refuses. */
final class BetterStackRefusals implements Refusals {
    @Override
    public String service() {
        return "Better Stack";
    }

    @Override
    public Reason wrongType() {
        return Reason.UNREADABLE;
    }

    @Override
    public Optional<NoAnswerException> of(Reply reply) {
        String answered = "answered " + reply.status();
        return switch (reply.status()) {
            case 401 ->
                Optional.of(
                        NoAnswerException.lasting(Reason.UNAUTHORIZED, answered + ": the token is wrong or revoked"));
            case 403 ->
                Optional.of(NoAnswerException.lasting(
                        Reason.FORBIDDEN, answered + ": the token may not read monitors; it must be one for Uptime"));
            // A service of many machines: the next one may do better, unlike a single server that is broken.
            case 500 -> Optional.of(NoAnswerException.passing(Reason.SERVER_ERROR, answered, reply.retryAfter()));
            default -> Optional.empty();
        };
    }
}
