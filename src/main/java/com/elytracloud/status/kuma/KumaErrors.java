package com.elytracloud.status.kuma;

import java.util.Optional;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiResponse;
import com.elytracloud.status.http.ErrorMapper;

/** What error responses of Uptime Kuma, and of a proxy in front of it, mean. */
final class KumaErrors implements ErrorMapper {
    private static final String LOGIN_ANSWERED = "a login page answered in Uptime Kuma's place";
    private static final String OTHER_LOGIN = "another login stands in front of Uptime Kuma";
    private static final Pattern LOGIN =
            Pattern.compile("[/._-](login|signin|sign_in|auth|oauth2?|sso|saml|access)\\b");

    private static final Pattern LOGIN_PAGE =
            Pattern.compile("(?i)<title>[^<]*(log ?in|sign ?in|anmelden|authenti)[^<]*</title>|type=[\"']?password");

    private final String host;

    /** @param host of the configured address, in lower case */
    KumaErrors(String host) {
        this.host = host;
    }

    @Override
    public Optional<ApiCallException> map(ApiResponse response) {
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 ->
                isLogin(response.status(), response.header("Location"))
                        ? failure(Reason.REDIRECTED, "answered %d: " + LOGIN_ANSWERED, response)
                        : Optional.empty();
            case 401 ->
                response.header("WWW-Authenticate").contains("realm=")
                        ? failure(Reason.UNAUTHORIZED, "answered %d: " + OTHER_LOGIN, response)
                        : failure(Reason.UNAUTHORIZED, "answered %d: the key is wrong, expired or disabled", response);
            case 404 ->
                isMigrating(response)
                        ? failure(
                                Reason.NOT_READY,
                                "answered %d: Uptime Kuma is migrating its database, or the base address is wrong (MIGRATING)",
                                response)
                        : Optional.empty();
            case 502, 503, 504 ->
                Optional.of(ApiCallException.transientFailure(
                        Reason.SERVER_ERROR,
                        "answered %d: Uptime Kuma is not running, or its proxy cannot reach it"
                                .formatted(response.status()),
                        response.retryAfter()));
            default -> Optional.empty();
        };
    }

    @Override
    public ApiCallException wrongType(String expected, ApiResponse response) {
        if (LOGIN_PAGE.matcher(response.excerpt()).find()) {
            return ApiCallException.permanentFailure(Reason.WRONG_SERVICE, "answered 200: " + LOGIN_ANSWERED);
        }
        return ApiCallException.permanentFailure(
                Reason.WRONG_SERVICE,
                "answered 200 without %s: the address or path is wrong, or Uptime Kuma is not set up"
                        .formatted(expected));
    }

    private static Optional<ApiCallException> failure(Reason reason, String detail, ApiResponse response) {
        return Optional.of(ApiCallException.permanentFailure(reason, detail.formatted(response.status())));
    }

    // Uptime Kuma itself never redirects: a proxy to https or to another path of the same host is a wrong address.
    private boolean isLogin(int status, String location) {
        String to = location.replaceFirst("^[a-z]+:", "");
        boolean otherHost =
                to.startsWith("//") && !to.substring(2).split("[:/?#]", 2)[0].equals(host);
        boolean forNow = status != 301 && status != 308;
        return (otherHost && forNow) || LOGIN.matcher(to).find();
    }

    /** Whether a failure is about a login in front of Uptime Kuma, in any form. */
    static boolean isLogin(Failure failure) {
        return failure.detail().endsWith(LOGIN_ANSWERED) || failure.detail().endsWith(OTHER_LOGIN);
    }

    private static boolean isMigrating(ApiResponse response) {
        return response.header("Content-Type").startsWith("text/html")
                && response.excerpt().contains("Cannot GET");
    }
}
