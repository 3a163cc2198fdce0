package com.elytracloud.status.domain;

/**
 * Why a source gave no usable response.
 *
 * @param reason the word an operator searches the runbook for
 * @param detail one sentence for the operator's log; never published, never contains a secret or a response body
 */
public record Failure(Reason reason, String detail) {
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
        /** The source rejects requests because there are too many. */
        THROTTLED,
        /** The source reports an error of its own. */
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
        /** The source's version does not support what the settings require. */
        NOT_SUPPORTED,
        /** The source's clock and ours differ, or a cache responded in its place. */
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
