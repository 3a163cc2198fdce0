package com.elytracloud.status.kuma;

import java.net.URI;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiResponse;

/**
 * What error responses of Uptime Kuma, and of a proxy in front of it, mean.
 *
 * @param url the configured address
 */
record KumaErrors(URI url) implements ApiResponse.Errors {
    private static final String LOGIN_ANSWERED = "a login page answered in Uptime Kuma's place";
    private static final String OTHER_LOGIN = "another login stands in front of Uptime Kuma";
    private static final String MIGRATING =
            ": Uptime Kuma is migrating its database, or the base address is wrong (MIGRATING)";
    private static final String STOPPED = ": Uptime Kuma is not running, or its proxy cannot reach it";

    private static final Pattern LOGIN =
            Pattern.compile("[/._-](login|signin|sign_in|auth|oauth2?|sso|saml|access)\\b");

    private static final Pattern LOGIN_PAGE =
            Pattern.compile("(?i)<title>[^<]*(log ?in|sign ?in|anmelden|authenti)[^<]*</title>|type=[\"']?password");

    @Override
    public ApiCallException of(ApiResponse response) {
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 ->
                isLogin(response)
                        ? response.permanentFailure(Reason.REDIRECTED, ": " + LOGIN_ANSWERED)
                        : response.usualError();
            case 401 -> {
                boolean isOther = response.header("WWW-Authenticate").contains("realm=");
                String whose = isOther ? OTHER_LOGIN : "the key is wrong, expired or disabled";
                yield response.permanentFailure(Reason.UNAUTHORIZED, ": " + whose);
            }
            case 404 ->
                response.header("Content-Type").startsWith("text/html")
                                && response.excerpt().contains("Cannot GET")
                        ? response.permanentFailure(Reason.NOT_READY, MIGRATING)
                        : response.usualError();
            case 502, 503, 504 -> response.transientFailure(Reason.SERVER_ERROR, STOPPED);
            default -> response.usualError();
        };
    }

    @Override
    public ApiCallException wrongType(String expected, ApiResponse response) {
        String wrong = " without %s: the address or path is wrong, or Uptime Kuma is not set up".formatted(expected);
        boolean isLogin = LOGIN_PAGE.matcher(response.excerpt()).find();
        return response.permanentFailure(Reason.WRONG_SERVICE, isLogin ? ": " + LOGIN_ANSWERED : wrong);
    }

    // Uptime Kuma itself never redirects: a proxy to https or to another path of the same host is a wrong address.
    private boolean isLogin(ApiResponse response) {
        String to = response.header("Location").replaceFirst("^[a-z]+:", "");
        boolean otherHost =
                to.startsWith("//") && !to.substring(2).split("[:/?#]", 2)[0].equalsIgnoreCase(url.getHost());
        boolean forNow = response.status() != 301 && response.status() != 308;
        return (otherHost && forNow) || LOGIN.matcher(to).find();
    }

    /** Whether a failure is about a login in front of Uptime Kuma, in any form. */
    static boolean isLogin(Failure failure) {
        return failure.detail().endsWith(LOGIN_ANSWERED) || failure.detail().endsWith(OTHER_LOGIN);
    }
}
