package com.elytracloud.status.kuma;

import java.util.Optional;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiResponse;
import com.elytracloud.status.http.ErrorMapper;

/**
 * What error responses of Uptime Kuma, and of a proxy in front of it, mean.
 *
 * @param host of the configured address, in lower case
 */
record KumaErrors(String host) implements ErrorMapper {
    private static final String LOGIN_ANSWERED = "a login page answered in Uptime Kuma's place";
    private static final String OTHER_LOGIN = "another login stands in front of Uptime Kuma";
    private static final Pattern LOGIN =
            Pattern.compile("[/._-](login|signin|sign_in|auth|oauth2?|sso|saml|access)\\b");

    private static final Pattern LOGIN_PAGE =
            Pattern.compile("(?i)<title>[^<]*(log ?in|sign ?in|anmelden|authenti)[^<]*</title>|type=[\"']?password");

    @Override
    public Optional<ApiCallException> map(ApiResponse response) {
        String answered = "answered %d: ".formatted(response.status());
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 -> failure(isLogin(response), Reason.REDIRECTED, answered + LOGIN_ANSWERED);
            case 401 -> {
                boolean isOther = response.header("WWW-Authenticate").contains("realm=");
                String whose = isOther ? OTHER_LOGIN : "the key is wrong, expired or disabled";
                yield failure(true, Reason.UNAUTHORIZED, answered + whose);
            }
            case 404 ->
                failure(
                        response.header("Content-Type").startsWith("text/html")
                                && response.excerpt().contains("Cannot GET"),
                        Reason.NOT_READY,
                        answered + "Uptime Kuma is migrating its database, or the base address is wrong (MIGRATING)");
            case 502, 503, 504 ->
                Optional.of(ApiCallException.transientFailure(
                        Reason.SERVER_ERROR,
                        answered + "Uptime Kuma is not running, or its proxy cannot reach it",
                        response.retryAfter()));
            default -> Optional.empty();
        };
    }

    @Override
    public ApiCallException wrongType(String expected, ApiResponse response) {
        return ApiCallException.permanentFailure(
                Reason.WRONG_SERVICE,
                LOGIN_PAGE.matcher(response.excerpt()).find()
                        ? "answered 200: " + LOGIN_ANSWERED
                        : "answered 200 without %s: the address or path is wrong, or Uptime Kuma is not set up"
                                .formatted(expected));
    }

    private static Optional<ApiCallException> failure(boolean isSeen, Reason reason, String detail) {
        return isSeen ? Optional.of(ApiCallException.permanentFailure(reason, detail)) : Optional.empty();
    }

    // Uptime Kuma itself never redirects: a proxy to https or to another path of the same host is a wrong address.
    private boolean isLogin(ApiResponse response) {
        String to = response.header("Location").replaceFirst("^[a-z]+:", "");
        boolean otherHost =
                to.startsWith("//") && !to.substring(2).split("[:/?#]", 2)[0].equals(host);
        boolean forNow = response.status() != 301 && response.status() != 308;
        return (otherHost && forNow) || LOGIN.matcher(to).find();
    }

    /** Whether a failure is about a login in front of Uptime Kuma, in any form. */
    static boolean isLogin(Failure failure) {
        return failure.detail().endsWith(LOGIN_ANSWERED) || failure.detail().endsWith(OTHER_LOGIN);
    }
}
