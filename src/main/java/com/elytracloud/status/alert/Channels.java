package com.elytracloud.status.alert;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.alert.SendGridApi.Address;
import com.elytracloud.status.alert.SendGridApi.Content;
import com.elytracloud.status.alert.SendGridApi.Mail;
import com.elytracloud.status.alert.SendGridApi.Personalization;
import com.elytracloud.status.alert.SlackApi.Message;
import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.AlertSink;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.SecretGuard;

/** Sends through every configured channel in parallel: a slow one does not delay another. */
@Singleton
final class Channels implements AlertSink {
    private static final URI SENDGRID = URI.create("https://api.sendgrid.com");
    /** All channels together must leave a function time to end. */
    private static final RetryPolicy POLICY = new RetryPolicy(3, Duration.ofSeconds(3), Duration.ofMillis(300));

    private static final Duration WHOLE = Duration.ofSeconds(5);

    private final AlertConfig config;
    private final SecretGuard guard;
    private final BoundedExecutor executor;
    private final Duration whole;
    private final WebhookClient client;
    private final URI sendGrid;

    @Inject
    Channels(AlertConfig config, SecretGuard guard, RestClients rest, BoundedExecutor executor) {
        this(config, guard, rest, executor, POLICY, WHOLE, SENDGRID);
    }

    /** Channels with other limits and another SendGrid, for tests. */
    Channels(
            AlertConfig config,
            SecretGuard guard,
            RestClients rest,
            BoundedExecutor executor,
            RetryPolicy policy,
            Duration whole,
            URI sendGrid) {
        this.config = config;
        this.guard = guard;
        this.executor = executor;
        this.whole = whole;
        this.client = new WebhookClient(rest, policy, whole, executor);
        this.sendGrid = sendGrid;
    }

    @Override
    public List<Delivery> send(Alert alert, Deadline deadline) {
        AlertText text = AlertText.of(alert).without(guard);
        List<Channel> channels = channels();
        List<Future<Delivery>> started = channels.stream()
                .map(channel -> executor.start(() -> deliver(channel, alert, text, deadline)))
                .toList();
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < started.size(); i++) {
            deliveries.add(await(channels.get(i), started.get(i)));
        }
        return deliveries;
    }

    @Override
    public String heartbeat(Deadline deadline) {
        if (config.heartbeat().isEmpty()) {
            return "";
        }
        try {
            URI address = config.heartbeat().orElseThrow();
            client.call(WebhookApi.class, address, api -> api.ping(address.toString()), deadline);
            return "";
        } catch (ApiCallException e) {
            return "HEARTBEAT_URL was not reached: " + e.failure().detail();
        }
    }

    private List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        if (!config.sendGridKey().isEmpty() && !config.admins().isEmpty()) {
            channels.add(new Channel("sendgrid", this::mail));
        }
        config.slack()
                .ifPresent(url -> channels.add(new Channel("slack", (alert, text, deadline) -> {
                    Message message = new Message(text.title() + "\n" + text.body(), false);
                    client.call(SlackApi.class, url, api -> api.post(url.toString(), message), deadline);
                })));
        config.webhook()
                .ifPresent(url -> channels.add(new Channel(
                        "webhook",
                        (alert, text, deadline) -> client.call(
                                WebhookApi.class, url, api -> api.post(url.toString(), text.event(alert)), deadline))));
        return channels;
    }

    private void mail(Alert alert, AlertText text, Deadline deadline) throws ApiCallException {
        List<Address> admins = config.admins().stream().map(Address::new).toList();
        Mail mail = new Mail(
                List.of(new Personalization(admins)),
                new Address(config.from()),
                text.title(),
                List.of(new Content("text/plain", text.body())));
        client.call(
                SendGridApi.class,
                sendGrid,
                api -> api.send("Bearer " + config.sendGridKey().value(), mail),
                deadline);
    }

    private static Delivery deliver(Channel channel, Alert alert, AlertText text, Deadline deadline) {
        try {
            channel.sending().send(alert, text, deadline);
            return new Delivery(channel.name(), true, "");
        } catch (ApiCallException e) {
            return new Delivery(channel.name(), false, e.failure().detail());
        }
    }

    private Delivery await(Channel channel, Future<Delivery> started) {
        return BoundedExecutor.await(
                "channel " + channel.name(),
                started,
                whole.multipliedBy(2),
                failure -> new Delivery(channel.name(), false, failure.detail()));
    }
}
