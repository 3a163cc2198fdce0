package com.elytracloud.status.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.TenantVerdict;

/**
 * What alerts are decided by and no reader of the site sees.
 *
 * @param confirmed the platform's status after the flap filter
 * @param state the condition of the stored state
 * @param isOverrideEnding whether the operator's override ends soon
 * @param failedCustomers the customers whose backups failed, with the reason; never published
 * @param unknownCustomers those whose backups could not be evaluated; never published
 * @param monitors the monitors that are down, unknown or not monitored, by name; never published
 * @param refusedTexts location and rules of each text that the guard withheld; never the text
 */
public record AlertInputs(
        PlatformStatus confirmed,
        StateStore.Condition state,
        boolean isOverrideEnding,
        Map<String, String> failedCustomers,
        Set<String> unknownCustomers,
        String monitors,
        List<String> refusedTexts) {
    public AlertInputs {
        refusedTexts = List.copyOf(refusedTexts);
        failedCustomers = Map.copyOf(failedCustomers);
        unknownCustomers = Set.copyOf(unknownCustomers);
    }

    static AlertInputs of(RunInputs inputs, Assessment assessment, RunState next, List<String> refusedTexts) {
        BackupVerdict backups = assessment.backups();
        return new AlertInputs(
                next.flaps().confirmed(),
                inputs.state().condition(),
                inputs.override().filter(found -> found.isEndingAt(inputs.at())).isPresent(),
                with(BackupStatus.FAILED, backups),
                with(BackupStatus.UNKNOWN, backups).keySet(),
                assessment.monitors().text(),
                refusedTexts);
    }

    private static Map<String, String> with(BackupStatus status, BackupVerdict verdict) {
        return verdict.tenants().stream()
                .filter(tenant -> tenant.status() == status)
                .collect(Collectors.toMap(
                        TenantVerdict::label, tenant -> (tenant.reason() + " " + tenant.detail()).strip()));
    }
}
