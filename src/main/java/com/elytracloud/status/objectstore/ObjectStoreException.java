package com.elytracloud.status.objectstore;

import java.io.IOException;
import java.util.Optional;
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

/** A call to the storage brought no usable answer; nothing of a response but its status and error code is repeated. */
public final class ObjectStoreException extends IOException {
    private static final long serialVersionUID = 1L;
    /** The last one is for a region that is not the bucket's own, which is signed with the key. */
    private static final Set<String> WRONG_KEY = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "AuthorizationHeaderMalformed");

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,60}");

    private final transient Failure failure;
    private final int status;

    private ObjectStoreException(Failure failure, int status, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
        this.status = status;
    }

    /** A failure that no answer shows. */
    public ObjectStoreException(Failure failure, Throwable cause) {
        this(failure, 0, cause);
    }

    static ObjectStoreException of(String what, SdkException exception) {
        return exception instanceof AwsServiceException answer
                ? new ObjectStoreException(answered(what, answer), answer.statusCode(), answer)
                : new ObjectStoreException(unanswered(what, exception), exception);
    }

    /** Why; without secrets and without words of the reply. */
    public Failure failure() {
        return failure;
    }

    /** The HTTP status of the storage's answer, 0 if there was none. */
    int status() {
        return status;
    }

    /** Whether the storage may have executed the request: no response, or one of 5xx, does not show it. */
    public boolean mayBeDone() {
        return status == 0 || status >= 500;
    }

    private static Failure answered(String what, AwsServiceException answer) {
        // The server chooses the code: only a plain word is repeated.
        String code = Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .filter(word -> CODE.matcher(word).matches())
                .orElse("");
        // The error of a bucket at AWS whose owner did not enable ACLs, which is the default.
        String advice = code.equals("AccessControlListNotSupported")
                ? ". The bucket takes no ACLs: set STATUS_BUCKET_ACL=none."
                : "";
        String response = "%s: answer %d %s".formatted(what, answer.statusCode(), code);
        return new Failure(reason(answer, code), response.strip() + advice);
    }

    private static Reason reason(AwsServiceException answer, String code) {
        if (answer.isThrottlingException()) {
            return Reason.THROTTLED;
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return Reason.CLOCK_SKEWED;
        }
        int status = answer.statusCode();
        if (status == 401 || WRONG_KEY.contains(code)) {
            return Reason.UNAUTHORIZED;
        }
        return switch (status) {
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.NOT_FOUND;
            default -> status >= 500 ? Reason.SERVER_ERROR : status < 400 ? Reason.REDIRECTED : Reason.UNREADABLE;
        };
    }

    private static Failure unanswered(String what, SdkException exception) {
        if (String.valueOf(exception.getMessage()).startsWith("Unable to load credentials")) {
            String advice =
                    "no AWS credentials were found. Set SPACES_ACCESS_KEY and SPACES_SECRET_KEY, or give a role.";
            return new Failure(Reason.UNAUTHORIZED, what + ": " + advice);
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
        return new Failure(Reason.UNREADABLE, what + ": " + exception.getClass().getSimpleName());
    }
}
