package com.elytracloud.status.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.TenantVerdict;

/**
 * What alerts are decided by and no reader of the site sees.
 *
 * @param failedCustomers the customers whose backups failed, with the reason
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
    static AlertInputs of(RunInputs inputs, Assessment assessment, RunState next, List<String> refusedTexts) {
        return new AlertInputs(
                next.flaps().confirmed(),
                inputs.state().condition(),
                inputs.override().filter(found -> found.isEndingAt(inputs.at())).isPresent(),
                customers(BackupStatus.FAILED, assessment),
                customers(BackupStatus.UNKNOWN, assessment).keySet(),
                assessment.monitors(),
                refusedTexts);
    }

    private static Map<String, String> customers(BackupStatus status, Assessment assessment) {
        return assessment.backups().tenants().stream()
                .filter(tenant -> tenant.status() == status)
                .collect(Collectors.toUnmodifiableMap(
                        TenantVerdict::label, tenant -> (tenant.reason() + " " + tenant.detail()).strip()));
    }
}
