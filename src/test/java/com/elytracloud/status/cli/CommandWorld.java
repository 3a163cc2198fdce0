package com.elytracloud.status.cli;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import com.elytracloud.status.testing.LocalWorldResource;

/** The world of the demo, with what an operator should have configured besides: channels, and a site with the card. */
public final class CommandWorld implements QuarkusTestResourceLifecycleManager {
    static final String HOOK = "/hook?token=webhook-secret-token";
    static final String SLACK = "/services/T0/B0/slack-webhook-secret";

    private final LocalWorldResource world = new LocalWorldResource();

    @Override
    public Map<String, String> start() {
        Map<String, String> variables = new HashMap<>(world.start());
        variables.put("MONITOR_IDS", "1,3,4,5");
        variables.put("COMPONENTS", "Websites=1,3;Databases=4,5");
        variables.put("SITE_HOME_URL", "https://www.example.com/status");
        // By another name than the site: the whole address is a secret, and the site may not show a part of it.
        String channels = variables.get("SPACES_ENDPOINT").replace("localhost", "127.0.0.1");
        variables.put("ALERT_WEBHOOK_URL", channels + HOOK);
        variables.put("SLACK_WEBHOOK_URL", channels + SLACK);
        variables.put("HEARTBEAT_URL", channels + "/ping");
        return variables;
    }

    @Override
    public void inject(TestInjector injector) {
        world.inject(injector);
    }

    @Override
    public void stop() {
        world.stop();
    }
}
