package com.elytracloud.status.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.domain.AlertBook.Seen;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Sight;
import com.elytracloud.status.domain.Trouble;
import com.elytracloud.status.run.AlertMemory.Kept;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static org.assertj.core.api.Assertions.assertThat;

class AlertBookJsonTest {
    @Test
    void aBookComesBackAsItWas() {
        Incident untold =
                Incident.first(new Sight(Trouble.BACKUP_CUSTOMER_FAILED, "acme", true, "acme: TOO_OLD"), ago("PT1H"));
        Incident over = Incident.first(Sight.bad(Trouble.OUTAGE, ""), ago("PT2H"))
                .toldAt(ago("PT1H"))
                .over();
        AlertBook book = new AlertBook(
                Map.of(untold.key(), untold, over.key(), over), List.of(ago("PT1H"), NOW), new Seen(42, NOW));

        assertThat(parsed(AlertBookJson.toBytes(book))).isEqualTo(new Kept(book, ""));
        assertThat(parsed(AlertBookJson.toBytes(AlertBook.EMPTY))).isEqualTo(new Kept(AlertBook.EMPTY, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"incidents\":[{\"trouble\":\"OF_ANOTHER_VERSION\"}],\"sent\":[],\"newest\":{}}",
                "{\"incidents\":[],\"sent\":[\"yesterday\"],\"newest\":{\"seq\":1,\"updated_at\":\"x\"}}"
            })
    void whatIsNoBookIsAnEmptyOneAndARemark(String text) {
        Kept kept = parsed(text.getBytes(StandardCharsets.UTF_8));

        assertThat(kept.book()).isEqualTo(AlertBook.EMPTY);
        assertThat(kept.remark()).startsWith("bucket/key could not be understood");
    }

    private static Kept parsed(byte[] bytes) {
        return AlertBookJson.parse(bytes, "bucket/key");
    }
}
