package com.elytracloud.status.kuma;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.FailureReasons;

/** What to do about each reason for which Uptime Kuma gives no usable answer. */
final class KumaAdvice {
    private static final String ADDRESS = "Correct UPTIME_KUMA_URL: it is the address in the browser when Uptime Kuma"
            + " shows its dashboard, without /dashboard.";

    /** For a status page that does not exist or shows no monitor. */
    static final String STATUS_PAGE = "Correct UPTIME_KUMA_STATUS_PAGE: it is what follows /status/ in the page's"
            + " address, upper and lower case as there; and let the page show the monitors.";

    /** For a status page that takes too long. */
    static final String SLOW_PAGE =
            "Check UPTIME_KUMA_STATUS_PAGE: Uptime Kuma 1.x never answers for a page that does not"
                    + " exist. A page of very many monitors takes seconds: put fewer on it, or set UPTIME_KUMA_API_KEY.";

    private static final String LOGIN = "Let this machine's requests pass the login in front of Uptime Kuma, or set"
            + " UPTIME_KUMA_HEADERS to the headers of a service token that it accepts.";
    private static final String CERTIFICATE =
            "Give Uptime Kuma's address a certificate for its name; if the company's own"
                    + " authority issued it, name that authority's certificate in TLS_CA_FILE (PEM).";

    private KumaAdvice() {}

    /** By what was seen, not by the reason alone. */
    static String on(Failure failure) {
        if (KumaErrors.isLogin(failure)) {
            return LOGIN;
        }
        if (FailureReasons.isExpired(failure)) {
            return "Renew the certificate of Uptime Kuma's address.";
        }
        return FailureReasons.isUntrusted(failure) ? CERTIFICATE : on(failure.reason());
    }

    private static String on(Reason reason) {
        return switch (reason) {
            case UNREACHABLE, TIMED_OUT, CUT_SHORT, SERVER_ERROR ->
                "Check whether Uptime Kuma runs, whether UPTIME_KUMA_URL is its address, and whether a firewall lets"
                        + " this machine in.";
            case UNAUTHORIZED ->
                "Make a new key in Uptime Kuma (Settings > API Keys) and put it into UPTIME_KUMA_API_KEY; look there"
                        + " whether keys are enabled and not expired.";
            case FORBIDDEN -> "Something in front of Uptime Kuma refuses us: let this machine through there.";
            case NOT_FOUND, WRONG_SERVICE, REDIRECTED, UNREADABLE, TOO_LARGE -> ADDRESS;
            case NOT_READY -> "Wait until Uptime Kuma has migrated its database. If this lasts: " + ADDRESS;
            case THROTTLED -> "Wait a few minutes and try again.";
            case NOT_SUPPORTED ->
                "Create a status page in Uptime Kuma that shows every monitor, and name its slug in"
                        + " UPTIME_KUMA_STATUS_PAGE; or update to 2.1 or later.";
            case CLOCK_SKEWED ->
                "Set the clock of Uptime Kuma's machine and of this one by NTP, and bypass any cache in front of it.";
            case INTERNAL_ERROR -> "An error of the program: report it with the trace on standard error.";
        };
    }
}
