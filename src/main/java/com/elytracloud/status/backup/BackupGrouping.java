package com.elytracloud.status.backup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.assess.SeriesNames;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.SeriesVerdict;
import com.elytracloud.status.domain.TenantVerdict;

/** How the keys of a bucket were understood, in a sentence, and whether that looks accidental. */
final class BackupGrouping {
    private static final int NIGHTLY = 1;
    private static final int WEEKLY = 7;
    private static final int FEW = 3;

    private BackupGrouping() {}

    static String describe(BackupVerdict verdict) {
        List<SeriesVerdict> established =
                series(verdict).filter(each -> each.cadenceDays() > 0).toList();
        String cadences = established.stream()
                .collect(Collectors.groupingBy(SeriesVerdict::cadenceDays, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .limit(FEW)
                .map(each -> cadence(each.getKey()))
                .collect(Collectors.joining(", "));
        return "%d series of %d customers%s"
                .formatted(established.size(), verdict.tenants().size(), cadences.isEmpty() ? "" : ", " + cadences);
    }

    /** Why the detected customers may be wrong; empty if there is no sign of it. */
    static Optional<String> doubt(BackupVerdict verdict) {
        Set<String> stems = series(verdict)
                .map(each -> each.series().name())
                .filter(name -> !name.contains("/"))
                .map(name -> name.replaceAll("#.*", ""))
                .collect(Collectors.toSet());
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
        long known = series(verdict).filter(each -> each.cadenceDays() > 0).count();
        if (tenants.size() == 1 && (stems.size() > FEW || known > FEW * FEW)) {
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

    static String cadence(int days) {
        return days == NIGHTLY ? "nightly" : days == WEEKLY ? "weekly" : "every %d days".formatted(days);
    }

    private static Stream<SeriesVerdict> series(BackupVerdict verdict) {
        return verdict.tenants().stream().flatMap(tenant -> tenant.series().stream());
    }
}
