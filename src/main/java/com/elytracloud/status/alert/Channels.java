package com.elytracloud.status.alert;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.alert.SendGridApi.Address;
import com.elytracloud.status.alert.SendGridApi.Content;
import com.elytracloud.status.alert.SendGridApi.Mail;
import com.elytracloud.status.alert.SendGridApi.Personalization;
import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.http.FeignClients;
import com.elytracloud.status.run.AlertSink;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.SecretGuard;

/** Every configured channel, side by side: a slow one holds up no other. */
@Singleton
final class Channels implements AlertSink {
    private static final URI SENDGRID = URI.create("https://api.sendgrid.com");

    private final AlertConfig config;
    private final SecretGuard guard;
    private final BoundedExecutor workers;
    private final ChannelLimits limits;
    private final Calls calls;
    private final URI sendGrid;

    @Inject
    Channels(AlertConfig config, SecretGuard guard, BoundedExecutor workers) {
        this(config, guard, workers, ChannelLimits.USUAL, SENDGRID);
    }

    /** Channels with other limits and another SendGrid, for tests. */
    Channels(AlertConfig config, SecretGuard guard, BoundedExecutor workers, ChannelLimits limits, URI sendGrid) {
        this.config = config;
        this.guard = guard;
        this.workers = workers;
        this.limits = limits;
        this.calls = new Calls(workers, limits);
        this.sendGrid = sendGrid;
    }

    @Override
    public List<Delivery> send(Alert alert, Deadline deadline) {
        AlertText text = AlertText.of(alert).without(guard);
        List<Channel> channels = channels();
        List<Future<Delivery>> started = channels.stream()
                .map(channel -> workers.start(() -> deliver(channel, alert, text, deadline)))
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
            WebhookApi api = at(WebhookApi.class, config.heartbeat().orElseThrow());
            calls.make(api::ping, deadline);
            return "";
        } catch (ChannelException e) {
            return "HEARTBEAT_URL was not reached: " + e.getMessage();
        }
    }

    private List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        if (!config.sendGridKey().isEmpty() && !config.admins().isEmpty()) {
            channels.add(new Channel("sendgrid", this::mail));
        }
        config.slack()
                .ifPresent(url -> channels.add(new Channel("slack", (alert, text, deadline) -> {
                    SlackApi api = at(SlackApi.class, url);
                    calls.make(
                            () -> api.post(new SlackApi.Message(text.title() + "\n" + text.body(), false)), deadline);
                })));
        config.webhook()
                .ifPresent(url -> channels.add(new Channel("webhook", (alert, text, deadline) -> {
                    WebhookApi api = at(WebhookApi.class, url);
                    calls.make(() -> api.post(text.event(alert)), deadline);
                })));
        return channels;
    }

    private void mail(Alert alert, AlertText text, Deadline deadline) throws ChannelException {
        SendGridApi api = FeignClients.of(SendGridApi.class, sendGrid, limits.connect(), limits.attempt());
        List<Address> admins = config.admins().stream().map(Address::new).toList();
        Mail mail = new Mail(
                List.of(new Personalization(admins)),
                new Address(config.from()),
                text.title(),
                List.of(new Content("text/plain", text.body())));
        calls.make(() -> api.send("Bearer " + config.sendGridKey().value(), mail), deadline);
    }

    private static Delivery deliver(Channel channel, Alert alert, AlertText text, Deadline deadline) {
        try {
            channel.sending().send(alert, text, deadline);
            return new Delivery(channel.name(), true, "");
        } catch (ChannelException e) {
            return new Delivery(channel.name(), false, e.getMessage());
        }
    }

    // Whatever goes wrong in one channel must not keep the word from another.
    private Delivery await(Channel channel, Future<Delivery> started) {
        try {
            return BoundedExecutor.await(started, limits.whole().plus(limits.attempt()));
        } catch (TimeoutException e) {
            return new Delivery(channel.name(), false, "no end within its time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery(channel.name(), false, "interrupted");
        } catch (Exception e) {
            return new Delivery(channel.name(), false, e.getClass().getSimpleName());
        }
    }

    // Made when there is something to say: most runs have nothing, and pay nothing for it.
    private <T> T at(Class<T> api, URI address) {
        return FeignClients.at(api, address, limits.connect(), limits.attempt());
    }
}
