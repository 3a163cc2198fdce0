package com.elytracloud.status.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.run.RunReport.AlertInputs;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.RunReport.Source;
import com.elytracloud.status.run.SitePublisher.Published;

/** What a run concluded, before anything is stored or published. */
public record RunResult(
        RunInputs inputs,
        Assessment assessment,
        StatusDocument document,
        HistoryDocument history,
        List<String> refusedTexts) {
    public List<Source> sources() {
        return inputs.reports();
    }

    /**
     * The report of the run.
     *
     * @param warning of storing the state, empty if there is none
     */
    RunReport report(Outcome outcome, Published published, String warning, Duration took) {
        return new RunReport(
                outcome,
                document.updatedAt(),
                assessment.platform().status(),
                assessment.platform().reason(),
                assessment.uptime(),
                assessment.backups().status(),
                assessment.backups().reason(),
                sources(),
                inputs.monitors().fold(found -> classes(), this::classes, failure -> Map.of()),
                alertInputs(),
                List.of(),
                published.place(),
                published.sent(),
                warnings(published, warning),
                took.toMillis());
    }

    private Map<MonitorClass, Long> classes() {
        return assessment.next().monitors().monitors().values().stream()
                .collect(Collectors.groupingBy(KnownMonitor::monitorClass, Collectors.counting()));
    }

    private AlertInputs alertInputs() {
        return new AlertInputs(
                assessment.next().flaps().confirmed(),
                inputs.state().condition(),
                inputs.endingOverride().isPresent(),
                customers(BackupStatus.FAILED),
                customers(BackupStatus.UNKNOWN).keySet(),
                assessment.monitors(),
                refusedTexts);
    }

    private Map<String, String> customers(BackupStatus status) {
        return assessment.backups().tenants().stream()
                .filter(tenant -> tenant.status() == status)
                .collect(Collectors.toUnmodifiableMap(
                        TenantVerdict::label, tenant -> (tenant.reason() + " " + tenant.detail()).strip()));
    }

    private List<String> warnings(Published published, String warning) {
        List<String> warnings = new ArrayList<>();
        if (document.statusSource() == StatusSource.OPERATOR) {
            warnings.add("shown as %s, as an operator's override or incident says"
                    .formatted(document.platformStatus().name().toLowerCase(Locale.ROOT)));
        }
        warnings.addAll(inputs.warnings(assessment.platform(), refusedTexts));
        warnings.add(warning);
        warnings.addAll(published.warnings());
        warnings.removeIf(String::isEmpty);
        return List.copyOf(warnings);
    }
}
