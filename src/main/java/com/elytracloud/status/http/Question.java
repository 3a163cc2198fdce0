package com.elytracloud.status.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

import feign.Response;

/**
 * One request, and what its answer must be.
 *
 * @param <A> the interface of the service
 * @param <T> what the answer is read to
 * @param type the media type of an answer, without parameters
 */
public record Question<A, T>(Function<A, Response> request, String type, BodyReader<T> reader) {
    /** Reads a body to its end; whatever it throws is the end of the answer. */
    public interface BodyReader<T> {
        /** Reads one body, decoded and limited. */
        T read(InputStream body) throws IOException;
    }
}
