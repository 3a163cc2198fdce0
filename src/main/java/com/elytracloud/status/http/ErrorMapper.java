package com.elytracloud.status.http;

import java.util.Optional;

import com.elytracloud.status.domain.Failure.Reason;

/** What the error responses of one service mean. */
public interface ErrorMapper {
    /** Maps a response whose status is an error; empty if the status has its usual meaning. */
    Optional<ApiCallException> map(ApiResponse response);

    /** The failure that a response with status 200 and another media type than the expected one means. */
    default ApiCallException wrongType(String expected, ApiResponse response) {
        return ApiCallException.permanentFailure(
                Reason.UNREADABLE, "answered 200 without %s: the address is wrong".formatted(expected));
    }
}
