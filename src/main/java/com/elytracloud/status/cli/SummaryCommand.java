package com.elytracloud.status.cli;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.run.StatusRun;
import com.elytracloud.status.run.StatusRun.Judged;
import com.elytracloud.status.site.StatusJson;

/** Says what would be published now. */
@Dependent
@Unremovable
@Command(name = "summary", description = "Reads and judges, and prints the result; writes nothing.")
final class SummaryCommand extends ApplicationCommand {
    @Option(names = "--json", description = "Print status.json as it would be published.")
    private boolean json;

    @Inject
    Settings settings;

    @Inject
    StatusRun run;

    @Override
    public Integer call() {
        settings.require(Purpose.ASSESS);
        Judged judged = run.judge();
        if (json) {
            out().print(new String(StatusJson.toBytes(judged.document()), StandardCharsets.UTF_8));
        } else {
            out().print(SummaryText.of(judged));
        }
        out().flush();
        return ExitCode.DONE;
    }
}
