package com.elytracloud.status.betterstack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.elytracloud.status.domain.MonitorFleet;

/** Responses of Better Stack, for tests of other packages. */
public final class BetterStackReplies {
    private BetterStackReplies() {}

    /** A reply made after the documentation, such as {@code monitors.json}. */
    public static String reply(String name) {
        return BetterStackStage.reply(name);
    }

    /** The monitors of a page. */
    public static MonitorFleet fleet(String page) throws IOException {
        MonitorPage read = MonitorPage.parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        return BetterStackMonitorSource.fleet(read.data()).orElse(MonitorFleet.NONE);
    }
}
