package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.SourcePage;

/** Bodies of Uptime Kuma, read by the product's own parsers, for tests of other packages. */
public final class KumaReplies {
    private KumaReplies() {}

    /** The body of a recording, such as {@code 2.5.3/metrics}. */
    public static byte[] recorded(String name) {
        return Recording.of(name).body();
    }

    /**
     * The monitors of these bodies.
     *
     * @throws IOException if one of them is refused
     */
    public static MonitorFleet fleet(byte[] metrics, byte[] heartbeats) throws IOException {
        HeartbeatPage page =
                heartbeats.length == 0 ? HeartbeatPage.NONE : HeartbeatPage.parse(new ByteArrayInputStream(heartbeats));
        return MetricsParser.parse(new ByteArrayInputStream(metrics)).fleet(page, SourcePage.NONE);
    }
}
