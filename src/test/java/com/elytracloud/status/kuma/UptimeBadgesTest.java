package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.ProcessingException;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.run.BoundedExecutor;

import static org.assertj.core.api.Assertions.assertThat;

class UptimeBadgesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final MonitorId ONE = new MonitorId("1");

    private final FakeKuma kuma = new FakeKuma();

    @Test
    void theSpansOfTheFirstVersionAreHours() {
        badge("168", "96.12%").badge("1 720", () -> svg("95.76%")).badge("1 2160", () -> svg("100.0%"));

        assertThat(read()).isEqualTo(Map.of(ONE, shares("0.9612", "0.9576", "1.000")));
        assertThat(kuma.requests()).hasSize(3);
    }

    @Test
    void theSecondVersionRefusesSoManyHoursAndTakesDays() {
        badge("168", "96.12%")
                .badge("1 720", () -> svg("95.76%"))
                .badge("1 2160", () -> RestResponse.status(RestResponse.Status.FORBIDDEN))
                .badge("1 90d", () -> svg("99.99%"));

        assertThat(read()).isEqualTo(Map.of(ONE, shares("0.9612", "0.9576", "0.9999")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "NaN%", "0.000%", "101%"})
    void whatIsNoFigureIsNone(String text) {
        for (String span : new String[] {"168", "720", "2160", "90d"}) {
            badge(span, text);
        }

        assertThat(read()).isEqualTo(Map.of(ONE, Map.of()));
    }

    @Test
    void aMonitorThatCouldNotBeRequestedIsRequestedAgainLater() {
        badge("168", "96.12%").badge("1 720", () -> {
            throw new ProcessingException("closed");
        });

        assertThat(read()).isEmpty();
    }

    @Test
    void withoutAPageNoBadgeIsPublic() {
        assertThat(new KumaStage(new BoundedExecutor(), kuma)
                        .withKey()
                        .source()
                        .longUptime(Set.of(ONE), NOW, KumaStage.inTime()))
                .isEmpty();
        assertThat(kuma.requests()).isEmpty();
    }

    private Map<MonitorId, Map<Integer, BigDecimal>> read() {
        return new KumaStage(new BoundedExecutor(), kuma)
                .withPage()
                .source()
                .longUptime(Set.of(ONE), NOW, KumaStage.inTime());
    }

    private FakeKuma badge(String span, String text) {
        return kuma.badge("1 " + span, () -> svg(text));
    }

    private static Map<Integer, BigDecimal> shares(String week, String month, String quarter) {
        return Map.of(7, new BigDecimal(week), 30, new BigDecimal(month), 90, new BigDecimal(quarter));
    }

    private static RestResponse<InputStream> svg(String value) {
        String svg =
                "<svg aria-label=\"Uptime (168h): %s\"><title>Uptime (168h): %s</title></svg>".formatted(value, value);
        return ResponseBuilder.<InputStream>ok(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "image/svg+xml")
                .build();
    }
}
