package com.elytracloud.status.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.Deadline;

/** The object storage: every request ends by its deadline and fails with a named reason. */
@Singleton
public final class ObjectStore {
    /** As the time budget of a run allows. */
    public static final RetryPolicy USUAL = new RetryPolicy(3, Duration.ofSeconds(4), Duration.ofMillis(200));

    private final Supplier<S3Access> access;
    private final RetryPolicy policy;
    private final TlsConfig tls;
    private S3Client client;

    @Inject
    ObjectStore(SpacesConfig config, TlsConfig tls) {
        this(config::access, USUAL, tls);
    }

    /**
     * Another storage, or one with another policy.
     *
     * @param access read at the first call, so that an unused storage needs no settings
     */
    public ObjectStore(Supplier<S3Access> access, RetryPolicy policy, TlsConfig tls) {
        this.access = access;
        this.policy = policy;
        this.tls = tls;
    }

    /**
     * Sends one or more requests within the time limits.
     *
     * @param what the call, as a log should name it: "listing bucket x"
     * @throws ObjectStoreException if there was no usable response by the deadline
     */
    public <T> T call(String what, Deadline deadline, Call<T> call) throws ObjectStoreException {
        try {
            return call.on(new LimitedClient(client(), deadline));
        } catch (SdkException e) {
            throw ObjectStoreException.of(what, e);
        }
    }

    /** Whether it is AWS S3 itself and not a compatible storage. */
    boolean isAws() {
        return S3Access.isAws(access.get().endpoint());
    }

    /** Where someone without a key finds an object. */
    URI addressOf(String bucket, String key) {
        return URI.create(client().utilities()
                .getUrl(object -> object.bucket(bucket).key(key))
                .toString());
    }

    private synchronized S3Client client() {
        if (client == null) {
            client = access.get().client(policy, tls);
        }
        return client;
    }

    /** What to send to the storage; each page of a paginator is a request of its own. */
    public interface Call<T> {
        T on(S3Client client) throws ObjectStoreException;
    }

    /** A client whose requests have what is left of a deadline. */
    private static final class LimitedClient extends DelegatingS3Client {
        private final Deadline deadline;

        LimitedClient(S3Client client, Deadline deadline) {
            super(client);
            this.deadline = deadline;
        }

        @Override
        @SuppressWarnings("unchecked") // a builder of a request builds one of the same type
        protected <R extends S3Request, T> T invokeOperation(R request, Function<R, T> operation) {
            Duration left = deadline.remaining();
            if (left.isZero()) {
                throw ApiCallTimeoutException.create(0);
            }
            // The SDK counts in milliseconds and takes no limit of zero.
            return operation.apply((R) request.toBuilder()
                    .overrideConfiguration(limits -> limits.apiCallTimeout(left.plusMillis(1)))
                    .build());
        }
    }
}
