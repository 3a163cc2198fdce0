package com.elytracloud.status.trigger;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

import com.elytracloud.status.config.TlsConfig;

/** The SQS queue that starts the status function. */
@Singleton
public record RunQueue(TriggerConfig config, TlsConfig tls) {
    /** Uptime Kuma stores the new state only after all its notifications were sent. */
    public static final Duration FIRST_RUN_DELAY = Duration.ofSeconds(2);
    /**
     * Two runs confirm an outage if they are a minute apart, and the first may start up to 12 s after the notification: 2 s
     * of delay and 10 s of the batching window.
     */
    public static final Duration SECOND_RUN_DELAY = Duration.ofSeconds(75);

    private static final Logger LOG = Logger.getLogger(RunQueue.class);

    /** Requests a run now and a second one that confirms it, in one request; false if either was not accepted. */
    public boolean requestRuns() {
        try (SqsClient client = client()) {
            List<BatchResultErrorEntry> failed = client.sendMessageBatch(
                            request -> request.queueUrl(config.queue().toString())
                                    .entries(Stream.of(FIRST_RUN_DELAY, SECOND_RUN_DELAY)
                                            .map(RunQueue::message)
                                            .toList()))
                    .failed();
            failed.forEach(entry -> LOG.errorf("the queue refused the message '%s': %s", entry.id(), entry.code()));
            return failed.isEmpty();
        } catch (SdkException e) {
            // Its message may hold the account's number and more; the class says whether to check network or
            // permission.
            LOG.errorf(
                    "TRIGGER_QUEUE_URL does not accept messages: %s. Check the queue and the permission sqs:SendMessage.",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private static SendMessageBatchRequestEntry message(Duration delay) {
        return SendMessageBatchRequestEntry.builder()
                .id("after-%ds".formatted(delay.toSeconds()))
                .messageBody("run")
                .delaySeconds((int) delay.toSeconds())
                .build();
    }

    private SqsClient client() {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(2))
                .tlsTrustManagersProvider(tls::trustManagers);
        return SqsClient.builder()
                .endpointOverride(config.queue().resolve("/"))
                .httpClientBuilder(http)
                .overrideConfiguration(limits -> limits.apiCallTimeout(Duration.ofSeconds(5)))
                .build();
    }
}
