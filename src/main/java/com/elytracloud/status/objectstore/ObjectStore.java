package com.elytracloud.status.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;

/** The object storage: every call ends by its deadline and fails with a named reason. */
@Singleton
public final class ObjectStore {
    // The SDK counts in milliseconds and takes no limit of zero.
    private static final Duration NO_LESS = Duration.ofMillis(1);

    private final Supplier<S3Access> access;
    private final CallLimits limits;
    private final TlsConfig tls;
    private S3Client client;

    @Inject
    ObjectStore(SpacesConfig config, TlsConfig tls) {
        this(config::access, CallLimits.USUAL, tls);
    }

    /**
     * Another storage, or one with other limits.
     *
     * @param access read at the first call, so that an unused storage needs no settings
     */
    public ObjectStore(Supplier<S3Access> access, CallLimits limits, TlsConfig tls) {
        this.tls = tls;
        this.access = access;
        this.limits = limits;
    }

    /**
     * Makes one call within the time limits.
     *
     * @param what the call, as a log should name it: "listing bucket x"
     * @throws ObjectStoreException if there was no usable response by the deadline
     */
    public <T> T call(String what, Deadline deadline, Call<T> call) throws ObjectStoreException {
        if (deadline.hasPassed()) {
            throw new ObjectStoreException(new Failure(Reason.TIMED_OUT, what + ": no time was left"), false, 0, null);
        }
        Duration limit = deadline.remaining().plus(NO_LESS);
        try {
            return call.on(client(), request -> request.apiCallTimeout(limit));
        } catch (SdkException e) {
            throw new ObjectStoreException(
                    SdkFailures.translate(what, e), !SdkFailures.isRefusal(e), SdkFailures.status(e), e);
        }
    }

    /** Whether it is AWS S3 itself and not a compatible storage. */
    boolean isAws() {
        return S3Access.isAws(access.get().endpoint());
    }

    /** Where someone without a key finds an object. */
    URI addressOf(String bucket, String key) {
        return access.get().addressOf(bucket, key);
    }

    // Created at the first call: a command that needs no bucket needs no settings and no time for it.
    private synchronized S3Client client() {
        if (client == null) {
            client = S3ClientFactory.build(access.get(), limits, tls);
        }
        return client;
    }

    /** Gives its connections back. */
    @PreDestroy
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    /** One call of the client. */
    public interface Call<T> {
        /**
         * Sends the request.
         *
         * @param limits to be passed to the request as its {@code overrideConfiguration}
         */
        T on(S3Client client, Consumer<AwsRequestOverrideConfiguration.Builder> limits);
    }
}
