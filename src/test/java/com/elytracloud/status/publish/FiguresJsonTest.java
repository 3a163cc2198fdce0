package com.elytracloud.status.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.run.FigureStore.Kept;
import com.elytracloud.status.run.SourceFigures;
import com.elytracloud.status.run.SourceFigures.Asked;

import static com.elytracloud.status.domain.UptimeWindow.LAST_30D;
import static com.elytracloud.status.domain.UptimeWindow.LAST_7D;
import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static org.assertj.core.api.Assertions.assertThat;

class FiguresJsonTest {
    private static final Path GOLDEN = Path.of("src/test/resources/state/figures-v1.json");
    private static final SourceFigures FIGURES = new SourceFigures(Map.of(
            new MonitorId("258301"),
                    new Asked(
                            Instant.parse("2028-02-29T23:59:31Z"),
                            Instant.parse("2028-02-29T22:59:31Z"),
                            Map.of(LAST_7D, new BigDecimal("0.9998"), LAST_30D, BigDecimal.ONE)),
            new MonitorId("9"), new Asked(Instant.parse("2028-02-29T23:59:31Z"), Instant.MIN, Map.of())));

    @Test
    void theFormIsAsItIsPromised() throws IOException {
        assertThat(new String(FiguresJson.toBytes(FIGURES), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void figuresComeBackAsTheyWere() throws IOException {
        assertThat(parsed(Files.readAllBytes(GOLDEN))).isEqualTo(new Kept(FIGURES, ""));
        assertThat(parsed(FiguresJson.toBytes(SourceFigures.NONE))).isEqualTo(Kept.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"schema\":2,\"monitors\":{}}",
                "{\"schema\":1,\"monitors\":{},\"more\":1}",
                "{\"schema\":1,\"monitors\":{\"a b\":{}}}",
                "{\"schema\":1,\"monitors\":{\"1\":{\"asked_at\":\"now\",\"answered_at\":null,\"shares\":{}}}}",
                "{\"schema\":1,\"monitors\":{\"1\":{\"asked_at\":\"2028-02-29T23:59:31Z\",\"answered_at\":null,"
                        + "\"shares\":{\"last_7d\":\"1.5\"}}}}",
                "{\"schema\":1,\"monitors\":{\"1\":{\"asked_at\":\"2028-02-29T23:59:31Z\",\"answered_at\":null,"
                        + "\"shares\":{\"last_7d\":\"1e-9\"}}}}",
                "{\"schema\":1,\"monitors\":{\"1\":{\"asked_at\":\"2028-02-29T23:59:31Z\",\"answered_at\":null,"
                        + "\"shares\":{\"last_year\":\"1\"}}}}"
            })
    void whatCannotBeUnderstoodIsNothingAndARemark(String text) {
        Kept kept = parsed(text.getBytes(StandardCharsets.UTF_8));

        assertThat(kept.figures()).isEqualTo(SourceFigures.NONE);
        assertThat(kept.remark()).startsWith("bucket/key could not be understood");
    }

    @Test
    void tenThousandMonitorsWithTheLongestIdsFit() {
        BigDecimal share = new BigDecimal("0.99999999");
        Asked asked = new Asked(NOW, ago("PT1H"), Map.of(LAST_7D, share, LAST_30D, share));
        SourceFigures figures = new SourceFigures(IntStream.range(0, 10_000)
                .mapToObj("%064d"::formatted)
                .collect(Collectors.toMap(MonitorId::new, id -> asked)));

        assertThat(FiguresJson.toBytes(figures)).hasSizeLessThan(FiguresJson.MOST_BYTES);
    }

    private static Kept parsed(byte[] bytes) {
        return FiguresJson.parse(bytes, "bucket/key");
    }
}
