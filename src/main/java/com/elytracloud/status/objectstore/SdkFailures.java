package com.elytracloud.status.objectstore;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;

/** Gives each of the SDK's exceptions the reason an operator can act upon, and none of the reply's own words. */
final class SdkFailures {
    // The last one is the storage's word for a region that is not its own, which is signed with the key.
    private static final Set<String> WRONG_KEY = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "AuthorizationHeaderMalformed");
    private static final Set<String> TOO_MANY =
            Set.of("SlowDown", "Throttling", "ThrottlingException", "TooManyRequests", "RequestLimitExceeded");

    private static final List<Class<? extends Throwable>> NO_TIME = List.of(
            ApiCallTimeoutException.class,
            ApiCallAttemptTimeoutException.class,
            AbortedException.class,
            SocketTimeoutException.class);
    private static final List<Class<? extends Throwable>> NO_CONNECTION = List.of(
            UnknownHostException.class, ConnectException.class, NoRouteToHostException.class, SSLException.class);
    private static final List<Class<? extends Throwable>> NO_END = List.of(SocketException.class, EOFException.class);
    /** How the platform's client says so itself: of answers in pieces, and from Java 25 on of any. */
    private static final String NO_END_IN_WORDS = "Premature EOF";

    /** The error of a bucket at AWS whose owner did not enable ACLs, which is the default. */
    private static final String NO_ACLS = "AccessControlListNotSupported";

    private static final String USE_NONE = ". The bucket takes no ACLs: set STATUS_BUCKET_ACL=none.";

    /** How the SDK begins when none of the places it knows holds credentials. */
    private static final String NO_CREDENTIALS = "Unable to load credentials";

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,60}");

    private SdkFailures() {}

    static Failure translate(String what, SdkException exception) {
        if (exception instanceof AwsServiceException answer) {
            String code = code(answer);
            String response = "%s: answer %d %s".formatted(what, answer.statusCode(), code).strip();
            return new Failure(reason(answer.statusCode(), code), code.equals(NO_ACLS) ? response + USE_NONE : response);
        }
        if (String.valueOf(exception.getMessage()).startsWith(NO_CREDENTIALS)) {
            return new Failure(
                    Reason.UNAUTHORIZED,
                    what + ": no AWS credentials were found. Set SPACES_ACCESS_KEY and SPACES_SECRET_KEY, or give a role.");
        }
        return new Failure(
                reason(exception),
                "%s: %s".formatted(what, root(exception).getClass().getSimpleName()));
    }

    /** Whether the storage answered that it will not; a 5xx says nothing of what it did. */
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
        return byStatus(status);
    }

    private static Reason byStatus(int status) {
        if (status == 403) {
            return Reason.FORBIDDEN;
        }
        if (status == 404) {
            return Reason.NOT_FOUND;
        }
        if (status >= 500) {
            return Reason.SERVER_ERROR;
        }
        return status >= 300 && status < 400 ? Reason.REDIRECTED : Reason.UNREADABLE;
    }

    private static Reason reason(SdkException exception) {
        if (isCausedBy(NO_TIME, exception)) {
            return Reason.TIMED_OUT;
        }
        if (isCausedBy(NO_CONNECTION, exception)) {
            return Reason.UNREACHABLE;
        }
        boolean cutShort = isCausedBy(NO_END, exception)
                || causes(exception).anyMatch(cause -> NO_END_IN_WORDS.equals(cause.getMessage()));
        return cutShort ? Reason.CUT_SHORT : Reason.UNREADABLE;
    }

    private static boolean isCausedBy(List<Class<? extends Throwable>> kinds, Throwable exception) {
        return causes(exception).anyMatch(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    private static Throwable root(Throwable exception) {
        return causes(exception).reduce(exception, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }

    // Whoever answers chooses the code: only a plain word is repeated.
    private static String code(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code != null && CODE.matcher(code).matches() ? code : "";
    }
}
