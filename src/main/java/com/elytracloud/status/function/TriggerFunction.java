package com.elytracloud.status.function;

import jakarta.inject.Inject;

import io.quarkus.funqy.Funq;

import com.elytracloud.status.trigger.RunQueue;
import com.elytracloud.status.trigger.TriggerConfig;

/** The target of Uptime Kuma's notification, behind a function URL: requests runs for anyone with the token. */
public final class TriggerFunction {
    private final TriggerConfig config;
    private final RunQueue queue;

    @Inject
    TriggerFunction(TriggerConfig config, RunQueue queue) {
        this.config = config;
        this.queue = queue;
    }

    /**
     * Requests two runs. The token is checked before anything else is done.
     *
     * @param request may be null
     */
    @Funq
    public UrlResponse trigger(UrlRequest request) {
        if (request == null || !config.accepts(request.header("authorization"))) {
            return new UrlResponse(403);
        }
        if (request.isTooLarge()) {
            return new UrlResponse(413);
        }
        return new UrlResponse(queue.requestRuns() ? 202 : 503);
    }
}
