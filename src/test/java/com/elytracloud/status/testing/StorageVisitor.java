package com.elytracloud.status.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.Deadline;

/** Sends anonymous requests to the storage of a test. */
public final class StorageVisitor implements AnonymousHttp {
    @Override
    public Reading<Visit> visit(URI address, Map<String, String> headers, Deadline deadline) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            int status = connection.getResponseCode();
            byte[] bytes = status == 200 ? connection.getInputStream().readAllBytes() : new byte[0];
            return new Reading.Found<>(new Visit(status, Map.of(), bytes, Instant.MAX));
        } catch (IOException e) {
            return new Reading.Failed<>(new Failure(Failure.Reason.UNREACHABLE, "no connection"));
        }
    }
}
