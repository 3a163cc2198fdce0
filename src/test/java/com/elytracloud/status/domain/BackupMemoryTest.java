package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackupMemoryTest {
    private static final Instant NOW = Instant.parse("2028-02-29T11:59:30Z");
    private static final Duration GRACE = Duration.ofHours(26);

    @Test
    void marksThatAreTooLongTogetherAreDroppedTheLongestFirst() {
        Map<String, TenantMemory> tenants = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            tenants.put("tenant-" + i, tenant(NOW, "x".repeat(i < 100 ? 10 : 60)));
        }

        Map<String, TenantMemory> kept =
                new BackupMemory(NOW, tenants).bounded().tenants();

        assertThat(kept).hasSize(200);
        assertThat(kept).allSatisfy((name, tenant) -> assertThat(tenant.mark().startAfter())
                .hasSizeLessThanOrEqualTo(60));
        assertThat(kept.values().stream()
                        .mapToInt(tenant -> tenant.mark().length())
                        .sum())
                .isBetween(4_900, 5_000);
        assertThat(kept.values().stream()
                        .filter(tenant -> tenant.mark().startAfter().length() == 10))
                .hasSize(100);
    }

    @Test
    void shortMarksAreAllKept() {
        BackupMemory memory = new BackupMemory(NOW, Map.of("acme", tenant(NOW, "2028-02-22")));

        assertThat(memory.bounded()).isEqualTo(memory);
    }

    @ParameterizedTest(name = "first seen {0} ago: new {1}")
    @CsvSource({"PT0S, true", "PT26H, true", "PT26H1S, false", "P9D, false"})
    void aTenantIsNewForAsLongAsTheGrace(Duration ago, boolean isNew) {
        BackupMemory memory =
                new BackupMemory(NOW.minus(Duration.ofDays(10)), Map.of("acme", tenant(NOW.minus(ago), "")));

        assertThat(memory.isNew("acme", NOW, GRACE)).isEqualTo(isNew);
        assertThat(memory.isNew("just seen", NOW, GRACE)).isTrue();
    }

    @Test
    void whoWasThereInTheFirstRunIsNotNew() {
        BackupMemory memory = new BackupMemory(NOW, Map.of("acme", tenant(NOW, "")));

        assertThat(memory.isNew("acme", NOW.plusSeconds(600), GRACE)).isFalse();
        assertThat(BackupMemory.NONE.isNew("acme", NOW, GRACE)).isFalse();
    }

    private static TenantMemory tenant(Instant since, String startAfter) {
        SeenBefore before = new SeenBefore(NOW, Set.of(), Instant.MAX);
        return new TenantMemory(
                since, LocalDate.parse("2028-02-29"), new ListingMark("place", NOW, "", startAfter, before));
    }
}
