package com.elytracloud.status.run;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.testing.FakeBackupSource;
import com.elytracloud.status.testing.FakeIncidentStore;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.RecordingPublisher;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;

/** A run against fakes: everything is well unless a test says otherwise. */
public final class RunBuilder {
    private final Clock clock;
    private final BoundedExecutor executor;
    private final List<StatusDocument> documents = new ArrayList<>();
    private final List<HistoryDocument> histories = new ArrayList<>();
    private MonitorSource monitors = FakeMonitorSource.of(MonitorBuilder.aMonitor("1"));
    private BackupSource backups = FakeBackupSource.of(aTenant("acme"));
    private StateStore memory = new FakeStateStore();
    private IncidentStore incidents = new FakeIncidentStore();
    private SitePublisher publisher = new RecordingPublisher();
    private TextGuard texts = (text, place) -> new TextGuard.Verdict(place, List.of());
    private SiteGuard guard = files -> List.of();
    private Duration deadline = Duration.ofSeconds(27);

    private RunBuilder(Clock clock, BoundedExecutor executor) {
        this.clock = clock;
        this.executor = executor;
    }

    /** A run by this clock. */
    public static RunBuilder aRun(Clock clock, BoundedExecutor executor) {
        return new RunBuilder(clock, executor);
    }

    /** Reads the monitors from here. */
    public RunBuilder reading(MonitorSource source) {
        monitors = source;
        return this;
    }

    /** Reads the backups from here. */
    public RunBuilder backups(BackupSource source) {
        backups = source;
        return this;
    }

    /** Remembers here. */
    public RunBuilder remembering(StateStore store) {
        memory = store;
        return this;
    }

    /** Reads the announcements from here. */
    public RunBuilder announcing(IncidentStore store) {
        incidents = store;
        return this;
    }

    /** Publishes here. */
    public RunBuilder publishingTo(SitePublisher place) {
        publisher = place;
        return this;
    }

    RunBuilder guardedBy(SiteGuard wanted) {
        guard = wanted;
        return this;
    }

    RunBuilder withTextsGuardedBy(TextGuard wanted) {
        texts = wanted;
        return this;
    }

    RunBuilder within(Duration limit) {
        deadline = limit;
        return this;
    }

    /** Every status document that was rendered, oldest first. */
    public List<StatusDocument> documents() {
        return documents;
    }

    /** Every history that was rendered, oldest first. */
    public List<HistoryDocument> histories() {
        return histories;
    }

    RunSettings settings() {
        Assessor.Rules rules = TestRules.of(MonitorScope.EVERYTHING, new Component("web", "Web", ids("1")));
        PublicTexts texts = new PublicTexts("policy", "model", List.of(), "notes", true);
        return new RunSettings(rules, texts, Duration.ofMinutes(30), deadline);
    }

    /** The run. */
    public StatusRun build() {
        RunSettings settings = settings();
        InputReader reader = new InputReader(monitors, backups, memory, incidents, publisher, executor);
        return new StatusRun(clock, reader, this::render, guard, texts, memory, publisher, settings);
    }

    /** The run with alerting. */
    public AlertedRun buildAlerted(AlertStateStore alerts, AlertSink sink) {
        return new AlertedRun(clock, build(), new AlertService(alerts, sink), settings());
    }

    private List<SiteFile> render(StatusDocument document, HistoryDocument history) {
        documents.add(document);
        histories.add(history);
        byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
        return List.of(new SiteFile("status.json", "application/json", SiteFile.Caching.BRIEF, bytes));
    }
}
