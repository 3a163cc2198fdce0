package com.elytracloud.status.alert;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import com.elytracloud.status.alert.AlertApi.Address;
import com.elytracloud.status.alert.AlertApi.Content;
import com.elytracloud.status.alert.AlertApi.Mail;
import com.elytracloud.status.alert.AlertApi.Message;
import com.elytracloud.status.alert.AlertApi.Personalization;
import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.ApiResponse;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.AlertSink;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.SecretGuard;

/**
 * Sends through every configured channel in parallel: a slow one does not delay another.
 *
 * @param whole the limit of all attempts of a call together
 */
@Singleton
record Channels(AlertConfig config, SecretGuard guard, AlertApi api, ApiCaller caller, Duration whole, URI sendGrid)
        implements AlertSink {
    private static final URI SENDGRID = URI.create("https://api.sendgrid.com/v3/mail/send");
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** All channels together must leave a function time to end. */
    private static final RetryPolicy POLICY = new RetryPolicy(3, Duration.ofSeconds(3), Duration.ofMillis(300));

    private static final Duration WHOLE = Duration.ofSeconds(5);

    @Inject
    Channels(AlertConfig config, SecretGuard guard, RestClients rest, BoundedExecutor executor) {
        this(
                config,
                guard,
                rest.of(AlertApi.class, SENDGRID, CONNECT, POLICY.timeout(), Map::of),
                new ApiCaller(POLICY, executor),
                WHOLE,
                SENDGRID);
    }

    @Override
    public List<Delivery> send(Alert alert, Deadline deadline) {
        Map<String, Future<Delivery>> started = new LinkedHashMap<>();
        requests(alert)
                .forEach((channel, request) ->
                        started.put(channel, caller.executor().start(() -> deliver(channel, request, deadline))));
        return started.entrySet().stream()
                .map(each -> BoundedExecutor.await(
                        "channel " + each.getKey(),
                        each.getValue(),
                        whole.multipliedBy(2),
                        failure -> new Delivery(each.getKey(), false, failure.detail())))
                .toList();
    }

    @Override
    public String heartbeat(Deadline deadline) {
        return config.address(AlertConfig.HEARTBEAT)
                .map(address -> deliver("heartbeat", () -> api.ping(address.toString()), deadline))
                .filter(delivery -> !delivery.delivered())
                .map(delivery -> "HEARTBEAT_URL was not reached: " + delivery.detail())
                .orElse("");
    }

    private Map<String, Supplier<RestResponse<InputStream>>> requests(Alert alert) {
        AlertText text = AlertText.of(alert, config.language(), guard);
        Map<String, Supplier<RestResponse<InputStream>>> requests = new LinkedHashMap<>();
        if (!config.sendGridKey().isEmpty() && !config.admins().isEmpty()) {
            String bearer = "Bearer " + config.sendGridKey().value();
            requests.put("sendgrid", () -> api.mail(sendGrid.toString(), bearer, mail(text)));
        }
        config.address(AlertConfig.SLACK).ifPresent(url -> {
            Message message = new Message(text.title() + "\n" + text.body(), false);
            requests.put("slack", () -> api.slack(url.toString(), message));
        });
        config.address(AlertConfig.WEBHOOK)
                .ifPresent(url -> requests.put("webhook", () -> api.event(url.toString(), text.event(alert))));
        return requests;
    }

    private Mail mail(AlertText text) {
        List<Address> admins = config.admins().stream().map(Address::new).toList();
        return new Mail(
                List.of(new Personalization(admins)),
                new Address(config.from()),
                text.title(),
                List.of(new Content("text/plain", text.body())));
    }

    private Delivery deliver(String channel, Supplier<RestResponse<InputStream>> request, Deadline deadline) {
        try {
            caller.call(request, Channels::accepted, Instant.EPOCH, deadline.within(whole));
            return new Delivery(channel, true, "");
        } catch (ApiCallException e) {
            return new Delivery(channel, false, e.failure().detail());
        }
    }

    private static boolean accepted(ApiResponse response) throws ApiCallException {
        response.requireSuccess(Channels::error);
        if (response.excerpt().stripLeading().startsWith("<")) {
            throw ApiCallException.permanentFailure(
                    Reason.WRONG_SERVICE, "answered with a page: the address is not that of a webhook");
        }
        return true;
    }

    // A service of many machines: the next one may succeed.
    private static Optional<ApiCallException> error(ApiResponse response) {
        return response.status() >= 500 ? Optional.of(response.serverError()) : Optional.empty();
    }
}
