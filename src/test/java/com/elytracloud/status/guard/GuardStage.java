package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.SiteGuard;
import com.elytracloud.status.run.TextGuard;
import com.elytracloud.status.site.StaticSite;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.MonitorBuilder;

/** The guard with given settings, in front of a site of status.json and its schema. */
public final class GuardStage {
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> internalNames = new ArrayList<>();

    /** Sets a variable. */
    public GuardStage with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    GuardStage secret(String value) {
        return with("SECRET_" + variables.size(), value);
    }

    GuardStage insideName(String name) {
        internalNames.add(name);
        return this;
    }

    OperatorTexts operatorTexts() {
        return new OperatorTexts(new Variables(variables::get), scanner());
    }

    GuardCheck examination(IncidentStore incidents) {
        return new GuardCheck(
                texts(),
                new Variables(variables::get),
                incidents,
                scanner(),
                settings(),
                FakeMonitorSource.of(MonitorBuilder.aMonitor("7").named("Aurora Bakery")));
    }

    TextScanner scanner() {
        return new TextScanner(settings(), new Variables(variables::get));
    }

    /** The guard of final bytes. */
    public SiteGuard guard() {
        return new LeakGuard(scanner());
    }

    /** The guard of texts. */
    public TextGuard texts() {
        return new LeakGuard(scanner());
    }

    /** The documents of the site that a guard of words needs; a history is not among them. */
    public static List<SiteFile> render(StatusDocument document, HistoryDocument any) {
        return List.of(schema(), status(Json.document(document)));
    }

    static SiteFile status(byte[] bytes) {
        return new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, bytes);
    }

    static SiteFile schema() {
        try (InputStream in = StaticSite.class.getResourceAsStream("status.schema.json")) {
            return new SiteFile(
                    "status.schema.json", "application/schema+json", SiteFile.Caching.BRIEF, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Settings settings() {
        SettingsReader reader = new SettingsReader(new Variables(variables::get), Set.of());
        variables.keySet().stream().filter(name -> name.startsWith("SECRET_")).forEach(reader::secret);
        reader.internal(internalNames.toArray(String[]::new));
        return new Settings(List.of(() -> reader));
    }
}
