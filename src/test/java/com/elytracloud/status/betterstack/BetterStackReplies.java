package com.elytracloud.status.betterstack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.elytracloud.status.domain.MonitorFleet;

/** Bodies of Better Stack, read by the product's own parsers, for tests of other packages. */
public final class BetterStackReplies {
    private BetterStackReplies() {}

    /** A reply made after the documentation, such as {@code monitors.json}. */
    public static String reply(String name) {
        return BetterStackStage.reply(name);
    }

    /** The monitors of a page, without figures. */
    public static MonitorFleet fleet(String page, Instant now) throws IOException {
        MonitorPage read = ReplyParser.page(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        return FleetTranslator.fleet(read.monitors());
    }
}
