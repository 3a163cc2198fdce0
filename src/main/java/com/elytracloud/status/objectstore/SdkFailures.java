package com.elytracloud.status.objectstore;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.FailureReasons;

/** Maps the SDK's exceptions to failures; nothing of a response but its status and error code is repeated. */
final class SdkFailures {
    // The last one is the code for a region that is not the bucket's own, which is signed with the key.
    private static final Set<String> WRONG_KEY = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "AuthorizationHeaderMalformed");
    private static final Set<String> TOO_MANY =
            Set.of("SlowDown", "Throttling", "ThrottlingException", "TooManyRequests", "RequestLimitExceeded");

    /** The error of a bucket at AWS whose owner did not enable ACLs, which is the default. */
    private static final String NO_ACLS = "AccessControlListNotSupported";

    private static final String USE_NONE = ". The bucket takes no ACLs: set STATUS_BUCKET_ACL=none.";

    /** The start of the SDK's message if no provider has credentials. */
    private static final String NO_CREDENTIALS = "Unable to load credentials";

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,60}");

    private SdkFailures() {}

    static Failure translate(String what, SdkException exception) {
        if (exception instanceof AwsServiceException answer) {
            String code = code(answer);
            String response = "%s: answer %d %s"
                    .formatted(what, answer.statusCode(), code)
                    .strip();
            return new Failure(
                    reason(answer.statusCode(), code), code.equals(NO_ACLS) ? response + USE_NONE : response);
        }
        if (String.valueOf(exception.getMessage()).startsWith(NO_CREDENTIALS)) {
            return new Failure(
                    Reason.UNAUTHORIZED,
                    what
                            + ": no AWS credentials were found. Set SPACES_ACCESS_KEY and SPACES_SECRET_KEY, or give a role.");
        }
        if (FailureReasons.isCausedBy(
                exception,
                ApiCallTimeoutException.class,
                ApiCallAttemptTimeoutException.class,
                AbortedException.class)) {
            return new Failure(Reason.TIMED_OUT, what + ": no answer in time");
        }
        if (FailureReasons.isCausedBy(exception, IOException.class)) {
            Failure failure = FailureReasons.of(exception).failure();
            return new Failure(failure.reason(), what + ": " + failure.detail());
        }
        return new Failure(
                Reason.UNREADABLE, "%s: %s".formatted(what, exception.getClass().getSimpleName()));
    }

    /** Whether the storage rejected the request; a 5xx does not show whether it was executed. */
    static boolean isRefusal(SdkException exception) {
        return exception instanceof AwsServiceException answer && answer.statusCode() < 500;
    }

    /** The HTTP status of the answer, 0 if there was none. */
    static int status(SdkException exception) {
        return exception instanceof AwsServiceException answer ? answer.statusCode() : 0;
    }

    private static Reason reason(int status, String code) {
        if (TOO_MANY.contains(code) || status == 429) {
            return Reason.THROTTLED;
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return Reason.CLOCK_SKEWED;
        }
        if (WRONG_KEY.contains(code) || status == 401) {
            return Reason.UNAUTHORIZED;
        }
        return switch (status) {
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.NOT_FOUND;
            default -> status >= 500 ? Reason.SERVER_ERROR : status < 400 ? Reason.REDIRECTED : Reason.UNREADABLE;
        };
    }

    // The server chooses the code: only a plain word is repeated.
    private static String code(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code != null && CODE.matcher(code).matches() ? code : "";
    }
}
