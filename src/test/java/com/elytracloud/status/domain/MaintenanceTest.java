package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MaintenanceTest {
    private static final Instant START = Instant.parse("2026-11-26T22:00:00Z");

    @Test
    void theLastUpdateIsKeptForItsCancellation() {
        Maintenance full = new Maintenance(
                "upgrade",
                "Upgrade",
                List.of(),
                AnnouncementSource.OPERATOR,
                START,
                START.plusSeconds(3_600),
                Collections.nCopies(Maintenance.MAX_UPDATES - 1, update(MaintenanceStatus.SCHEDULED)));

        assertThatIllegalArgumentException().isThrownBy(() -> full.with(update(MaintenanceStatus.SCHEDULED)));
        assertThat(full.with(update(MaintenanceStatus.CANCELLED)).statusAt(START))
                .isEqualTo(MaintenanceStatus.CANCELLED);
    }

    private static MaintenanceUpdate update(MaintenanceStatus status) {
        return new MaintenanceUpdate(START, status, "As planned.");
    }
}
