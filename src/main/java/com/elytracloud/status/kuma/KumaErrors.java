package com.elytracloud.status.kuma;

import java.util.Optional;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiResponse;
import com.elytracloud.status.http.ErrorMapper;

/** What error responses of Uptime Kuma, and of a proxy in front of it, mean. */
final class KumaErrors implements ErrorMapper {
    @Override
    public Optional<ApiCallException> map(ApiResponse response) {
        return switch (response.status()) {
            case 401 ->
                Optional.of(ApiCallException.permanentFailure(Reason.UNAUTHORIZED, "answered 401" + cause(response)));
            case 404 ->
                isMigrating(response)
                        ? Optional.of(ApiCallException.permanentFailure(
                                Reason.NOT_READY,
                                "answered 404: Uptime Kuma is migrating its database, or the base address is wrong"
                                        + " (MIGRATING)"))
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
    public ApiCallException wrongType(String expected) {
        return ApiCallException.permanentFailure(
                Reason.WRONG_SERVICE,
                "answered 200 without %s: the address or path is wrong, or Uptime Kuma is not set up (NOT_METRICS)"
                        .formatted(expected));
    }

    // Kuma's own 401 names no realm.
    private static String cause(ApiResponse response) {
        return response.header("WWW-Authenticate").contains("realm=")
                ? ": another login stands in front of Uptime Kuma"
                : ": the key is wrong, expired or disabled";
    }

    private static boolean isMigrating(ApiResponse response) {
        return response.header("Content-Type").startsWith("text/html")
                && response.excerpt().contains("Cannot GET");
    }
}
