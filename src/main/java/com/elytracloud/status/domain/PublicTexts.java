package com.elytracloud.status.domain;

import java.util.List;
import java.util.Objects;

/** What the operator says to the public in own words: the only free text that is published besides a notice. */
public record PublicTexts(
        String backupPolicy, String infrastructureModel, List<String> regions, String infrastructureNotes) {
    public PublicTexts {
        Objects.requireNonNull(backupPolicy, "backupPolicy");
        Objects.requireNonNull(infrastructureModel, "infrastructureModel");
        regions = List.copyOf(regions);
        Objects.requireNonNull(infrastructureNotes, "infrastructureNotes");
    }
}
