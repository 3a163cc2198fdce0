package com.elytracloud.status.domain;

import java.util.List;

/** The operator's texts for the public; a text that is not set is null and not published. */
public record PublicTexts(
        String backupPolicy,
        String infrastructureModel,
        List<String> regions,
        String infrastructureNotes,
        boolean isAboutBackups) {
    public static final PublicTexts NONE = new PublicTexts(null, null, List.of(), null, true);

    public PublicTexts {
        regions = List.copyOf(regions);
    }

    public boolean isAboutInfrastructure() {
        return infrastructureModel != null || infrastructureNotes != null || !regions.isEmpty();
    }
}
