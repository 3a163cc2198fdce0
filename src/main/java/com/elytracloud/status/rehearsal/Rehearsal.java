package com.elytracloud.status.rehearsal;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InjectableContext;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsRenewed;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.config.StageSettings;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunRequest;

/**
 * Does a whole run before the first that counts, so that the first finds everything loaded and compiled: before a
 * snapshot of the process is taken, or while a JVM writes down what a run needs.
 *
 * <p>Every bean of ours is made for the stage, and forgotten after it: clients, connections, credentials, secrets,
 * caches and books of the real run are made by the real run, from the settings as they are then.
 */
@Singleton
public final class Rehearsal {
    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final String OURS = "com.elytracloud.status.";

    private final Clock clock;
    private final StageSettings stageSettings;
    private final Provider<Settings> settings;
    private final Provider<AlertedRun> run;
    private final Event<SettingsRenewed> renewed;

    Rehearsal(
            Clock clock,
            Config config,
            Provider<Settings> settings,
            Provider<AlertedRun> run,
            Event<SettingsRenewed> renewed) {
        this.clock = clock;
        this.stageSettings = StageSettings.of(config);
        this.settings = settings;
        this.run = run;
        this.renewed = renewed;
    }

    /** What is rehearsed, from its trigger to its answer. */
    @FunctionalInterface
    public interface Act {
        void play() throws IOException;
    }

    /** The same act as the first, which is a run by hand. */
    public RunReport rehearse(int times) throws IOException {
        return rehearse(times, this::publish);
    }

    /**
     * Runs once by hand, so that there is a published site, and plays until it was as often as wanted; each time like a
     * process that has just started. Other threads must not run meanwhile.
     *
     * @return the first report
     */
    public RunReport rehearse(int times, Act act) throws IOException {
        LOG.infof("a rehearsal of %d runs begins; what is told until it ends is not real", times);
        try (Stage stage = new Stage(clock.instant())) {
            stageSettings.play(stage.variables());
            forget();
            RunReport report = publish();
            for (int i = 1; i < times; i++) {
                forget();
                act.play();
            }
            return report;
        } finally {
            stageSettings.strike();
            forget();
            LOG.info("the rehearsal has ended");
        }
    }

    /** To be called where settings and secrets may be others than before: after a restore. */
    public void renew() {
        renewed.fire(new SettingsRenewed());
    }

    private RunReport publish() {
        settings.get().require(Purpose.PUBLISH);
        return run.get().publish(RunRequest.BY_HAND);
    }

    // No bean of ours is proxied: whoever holds one goes with it, and is made anew with what it holds.
    private static void forget() {
        InjectableContext singletons = Arc.container().getActiveContext(Singleton.class);
        Set<InjectableBean<?>> ours = singletons.getState().getContextualInstances().keySet().stream()
                .filter(Rehearsal::isForgotten)
                .collect(Collectors.toSet());
        ours.forEach(singletons::destroy);
        LOG.debugf("forgot %d beans", ours.size());
    }

    // Entries hold others through providers, and one of them is what called.
    private static boolean isForgotten(InjectableBean<?> bean) {
        String name = bean.getBeanClass().getName();
        return name.startsWith(OURS)
                && !bean.getBeanClass().equals(Rehearsal.class)
                && !name.startsWith(OURS + "function.Snapshot");
    }
}
