package com.elytracloud.status.backup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.elytracloud.status.assess.SeriesNames;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.SeriesVerdict;

/** How the keys of a bucket were understood, in a sentence, and whether that looks accidental. */
final class BackupGrouping {
    private static final Map<Integer, String> CADENCES = Map.of(1, "nightly", 7, "weekly");
    private static final int FEW = 3;

    private BackupGrouping() {}

    static String describe(BackupVerdict verdict) {
        List<SeriesVerdict> established = established(verdict);
        String cadences = established.stream()
                .collect(Collectors.groupingBy(SeriesVerdict::cadenceDays, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(FEW)
                .map(each -> CADENCES.getOrDefault(each.getKey(), "every %d days".formatted(each.getKey())))
                .map(", "::concat)
                .collect(Collectors.joining());
        return "%d series of %d customers%s"
                .formatted(established.size(), verdict.tenants().size(), cadences);
    }

    /** Why the detected customers may be wrong; empty if there is no sign of it. */
    static Optional<String> doubt(BackupVerdict verdict) {
        List<TenantVerdict> tenants = verdict.tenants();
        if (tenants.stream().anyMatch(tenant -> tenant.customer().isEmpty())) {
            return Optional.of("some keys name no customer");
        }
        Optional<String> kind = tenants.stream()
                .map(TenantVerdict::customer)
                .filter(SeriesNames::isKind)
                .findFirst();
        if (kind.isPresent()) {
            return Optional.of("a customer is called " + kind.get());
        }
        if (tenants.size() == 1 && established(verdict).size() > FEW * FEW) {
            return Optional.of("one customer has files of many different names");
        }
        long rare = tenants.stream()
                .filter(tenant ->
                        tenant.series().stream().allMatch(each -> each.series().objects() <= 1))
                .count();
        return tenants.size() > FEW && 2 * rare > tenants.size()
                ? Optional.of("most customers have a single object")
                : Optional.empty();
    }

    private static List<SeriesVerdict> established(BackupVerdict verdict) {
        return verdict.tenants().stream()
                .flatMap(tenant -> tenant.series().stream())
                .filter(each -> each.cadenceDays() > 0)
                .toList();
    }
}
