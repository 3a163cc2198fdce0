package com.elytracloud.status.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import jakarta.ws.rs.ProcessingException;

import org.jboss.resteasy.reactive.RestResponse;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/**
 * Calls methods of a REST client: in the executor, with retries.
 *
 * @param policy how often and for how long each call is attempted
 * @param errors what the error responses of the service mean
 */
public record ApiCaller(RetryPolicy policy, BoundedExecutor executor, ApiResponse.Errors errors) {
    /** Checks a response and reads its body to the end. */
    public interface ResponseHandler<T> {
        T handle(ApiResponse response) throws IOException;
    }

    /** The same for slow responses: a first attempt may take all the time that the caller has. */
    public ApiCaller patient() {
        return new ApiCaller(policy.patient(), executor, errors);
    }

    /** The same for calls that are not worth a second attempt. */
    public ApiCaller once() {
        return new ApiCaller(policy.once(), executor, errors);
    }

    /** Makes a call; failed if no attempt brought a response that the handler accepted. */
    public <T> Reading<T> read(
            Supplier<RestResponse<InputStream>> request, ResponseHandler<T> handler, Instant now, Deadline deadline) {
        try {
            return new Reading.Found<>(policy.withRetries(
                    deadline, limit -> bounded(executor, () -> exchange(request, handler, now), limit)));
        } catch (ApiCallException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    private <T> T exchange(Supplier<RestResponse<InputStream>> request, ResponseHandler<T> handler, Instant now)
            throws IOException {
        try (ApiResponse response = new ApiResponse(send(request), errors, now)) {
            return handler.handle(response);
        }
    }

    // Every exception of the client is one of the network or the server, ours come from reading.
    private static RestResponse<InputStream> send(Supplier<RestResponse<InputStream>> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            throw new ProcessingException(e);
        }
    }

    /**
     * Runs an exchange that reads the whole response, and interrupts it at the limit: a client's own read timeout starts
     * again with each byte of the body.
     */
    static <T> T bounded(BoundedExecutor executor, Callable<T> exchange, Duration limit) throws ApiCallException {
        try {
            return executor.call(exchange, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiCallException.permanentFailure(Reason.TIMED_OUT, "the run ended before the response arrived");
        } catch (Exception e) {
            throw FailureReasons.of(e);
        }
    }
}
