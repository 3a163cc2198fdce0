package com.elytracloud.status.domain;

import java.util.Objects;

/**
 * Why a source gave no usable answer.
 *
 * @param reason the word an operator searches the runbook for
 * @param detail one sentence for the operator's log; never published, never holds a secret or a reply's body
 */
public record Failure(Reason reason, String detail) {
    public Failure {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
    }

    /** The closed list of reasons; each has its own remedy. */
    public enum Reason {
        /** No connection: refused, no route, no such name, or the TLS handshake failed. */
        UNREACHABLE,
        /** The whole answer did not arrive within its time. */
        TIMED_OUT,
        /** The connection ended in the middle of the answer. */
        CUT_SHORT,
        /** The credential is wrong, expired or disabled. */
        UNAUTHORIZED,
        /** The credential is known but may not do this. */
        FORBIDDEN,
        /** There is nothing at the configured address. */
        NOT_FOUND,
        /** The source asks for fewer requests. */
        THROTTLED,
        /** The source says that it is broken. */
        SERVER_ERROR,
        /** The source points elsewhere; credentials do not follow. */
        REDIRECTED,
        /** The answer is larger than any honest one. */
        TOO_LARGE,
        /** The answer is not in the expected form. */
        UNREADABLE,
        /** Something else than the source answers at the configured address. */
        WRONG_SERVICE,
        /** The source is starting or being upgraded, and cannot answer completely yet. */
        NOT_READY,
        /** The source's version cannot answer what the settings ask for. */
        NOT_SUPPORTED,
        /** The source's clock and ours disagree, or a cache answered in its place. */
        CLOCK_SKEWED,
        /** Our own mistake while reading; the log has the trace. */
        INTERNAL_ERROR
    }

    /** {@code REASON: detail}, for logs and tables. */
    @Override
    public String toString() {
        return reason + ": " + detail;
    }
}
