package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocuments;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Finding;
import com.elytracloud.status.run.InsideWords;
import com.elytracloud.status.run.SiteGuard;
import com.elytracloud.status.run.SiteRenderer;
import com.elytracloud.status.site.StatusJson;
import com.elytracloud.status.testing.Moments;

/** The guard with given settings, in front of a site of status.json and its schema. */
public final class GuardStage {
    static final Component WEBSITES = component("Websites", "1");

    private final Map<String, String> variables = new HashMap<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final List<String> insideNames = new ArrayList<>();

    /** Sets a variable. */
    public GuardStage with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    GuardStage secret(String value) {
        secrets.add(new Secret(value));
        return this;
    }

    GuardStage insideName(String name) {
        insideNames.add(name);
        return this;
    }

    Canaries canaries() {
        return new Canaries(new Settings(List.of(section())), new Variables(variables::get));
    }

    OperatorTexts operatorTexts() {
        return new OperatorTexts(new Variables(variables::get), canaries());
    }

    /** The guard. */
    public SiteGuard guard() {
        return guard(GuardStage::render);
    }

    /** The guard of the site that this renders. */
    public SiteGuard guard(SiteRenderer renderer) {
        return new LeakGuard(canaries(), renderer);
    }

    /** What the guard says of the document that a run over these monitors makes. */
    List<Finding> findings(MonitorFleet fleet, PublicTexts texts, List<Component> components) {
        Reading<MonitorFleet> monitors = new Reading.Found<>(fleet);
        Reading<BackupListing> backups =
                new Reading.Failed<>(new Failure(Failure.Reason.UNREACHABLE, "as the test wants"));
        Assessor.Rules rules = new Assessor.Rules(MonitorScope.EVERYTHING, components, BackupPolicy.NIGHTLY);
        StatusDocument document = StatusDocuments.of(
                Assessor.assess(monitors, backups, rules, Assessor.Memory.NONE, Moments.NOW, Instant.MIN),
                texts,
                Duration.ofMinutes(30));
        return guard().inspect(render(document, null), InsideWords.of(monitors, backups, components));
    }

    static Component component(String name, String id) {
        return new Component("a-part", name, Set.of(new MonitorId(id)));
    }

    /** The documents of the site that a guard of words needs; a history is not among them. */
    public static List<SiteFile> render(StatusDocument document, HistoryDocument any) {
        return List.of(schema(), status(StatusJson.toBytes(document)));
    }

    static SiteFile status(byte[] bytes) {
        return new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, bytes);
    }

    static SiteFile schema() {
        try (InputStream in = StatusJson.class.getResourceAsStream("status.schema.json")) {
            return new SiteFile(
                    "status.schema.json", "application/schema+json", SiteFile.Caching.BRIEF, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SettingsSection section() {
        return new SettingsSection() {
            @Override
            public List<Problem> problems() {
                return List.of();
            }

            @Override
            public boolean servesFor(Purpose purpose) {
                return true;
            }

            @Override
            public Set<Secret> secrets() {
                return Set.copyOf(secrets);
            }

            @Override
            public Set<String> insideNames() {
                return Set.copyOf(insideNames);
            }
        };
    }
}
