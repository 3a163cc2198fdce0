package com.elytracloud.status.objectstore;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.http.FailureReasons;

/** What to do about each reason for which a storage rejects or fails a request. */
public final class StorageAdvice {
    private StorageAdvice() {}

    /**
     * In plain words.
     *
     * @param bucket the setting that names the bucket
     * @param need what the key must be allowed there: "list it"
     */
    public static String on(Failure failure, String bucket, String need) {
        if (FailureReasons.isExpired(failure) || FailureReasons.isUntrusted(failure)) {
            return "Correct the certificate of the storage's endpoint, or name the authority that issued it in TLS_CA_FILE.";
        }
        return switch (failure.reason()) {
            case UNREACHABLE, TIMED_OUT, CUT_SHORT, SERVER_ERROR ->
                "Check whether the endpoint of %s is right, whether the storage is up (its status page), and whether this"
                                .formatted(bucket)
                        + " machine may reach it.";
            case UNAUTHORIZED ->
                "The storage does not know the key: make a new one, put both its halves into SPACES_ACCESS_KEY and"
                        + " SPACES_SECRET_KEY, and compare SPACES_REGION with the endpoint.";
            case FORBIDDEN ->
                "The access key is valid but not allowed to %s: grant this on %s.".formatted(need, bucket);
            case NOT_FOUND ->
                "There is no such bucket at this endpoint: correct %s or SPACES_ENDPOINT, or make the bucket."
                        .formatted(bucket);
            case REDIRECTED -> "The bucket is in another region: correct SPACES_ENDPOINT and SPACES_REGION.";
            case THROTTLED -> "Wait some minutes and try again.";
            case CLOCK_SKEWED ->
                "Set the clock of this machine by NTP: the storage refuses signatures of another time.";
            case TOO_LARGE, UNREADABLE, WRONG_SERVICE, NOT_READY, NOT_SUPPORTED ->
                "What answers is no S3 storage: correct SPACES_ENDPOINT.";
            case INTERNAL_ERROR -> "An error of the program: report it with the trace on standard error.";
        };
    }
}
