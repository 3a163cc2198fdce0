package com.elytracloud.status.kuma;

import java.util.Optional;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.NoAnswerException;
import com.elytracloud.status.http.Refusals;
import com.elytracloud.status.http.Reply;

/** How Uptime Kuma refuses, and how what stands before it does. */
final class KumaRefusals implements Refusals {
    @Override
    public String service() {
        return "Uptime Kuma";
    }

    @Override
    public Reason wrongType() {
        return Reason.NOT_METRICS;
    }

    @Override
    public Optional<NoAnswerException> of(Reply reply) {
        return switch (reply.status()) {
            case 401 -> Optional.of(NoAnswerException.lasting(Reason.UNAUTHORIZED, "answered 401" + whose(reply)));
            case 404 -> isMigrating(reply) ? Optional.of(migrating()) : Optional.empty();
            case 502, 503, 504 -> Optional.of(notRunning(reply));
            default -> Optional.empty();
        };
    }

    // Kuma's own refusal names no realm.
    private static String whose(Reply reply) {
        return reply.header("WWW-Authenticate").contains("realm=")
                ? ": another login stands in front of Uptime Kuma"
                : ": the key is wrong, expired or disabled";
    }

    private static boolean isMigrating(Reply reply) {
        return reply.header("Content-Type").startsWith("text/html")
                && reply.excerpt().contains("Cannot GET");
    }

    private static NoAnswerException migrating() {
        return NoAnswerException.lasting(
                Reason.MIGRATING, "answered 404: Uptime Kuma is migrating its database, or the base address is wrong");
    }

    private static NoAnswerException notRunning(Reply reply) {
        return NoAnswerException.passing(
                Reason.SERVER_ERROR,
                "answered %d: Uptime Kuma is not running, or not reachable for its proxy".formatted(reply.status()),
                reply.retryAfter());
    }
}
