package com.elytracloud.status.betterstack;

import java.util.Optional;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiResponse;
import com.elytracloud.status.http.ErrorMapper;

/** What error responses of Better Stack mean. */
final class BetterStackErrors implements ErrorMapper {
    @Override
    public Optional<ApiCallException> map(ApiResponse response) {
        String answered = "answered " + response.status();
        return switch (response.status()) {
            case 401 ->
                Optional.of(ApiCallException.permanentFailure(
                        Reason.UNAUTHORIZED, answered + ": the token is wrong or revoked"));
            case 403 ->
                Optional.of(ApiCallException.permanentFailure(
                        Reason.FORBIDDEN, answered + ": the token may not read monitors; it must be one for Uptime"));
            // A service of many machines: the next one may succeed, unlike a single server that is broken.
            case 500 ->
                Optional.of(ApiCallException.transientFailure(Reason.SERVER_ERROR, answered, response.retryAfter()));
            default -> Optional.empty();
        };
    }

    @Override
    public ApiCallException wrongType(String expected, ApiResponse response) {
        return ApiCallException.permanentFailure(
                Reason.UNREADABLE, "answered 200 without %s: the address is wrong".formatted(expected));
    }
}
