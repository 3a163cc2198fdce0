package com.elytracloud.status.cli;

import java.nio.charset.StandardCharsets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.run.StatusRun;
import com.elytracloud.status.run.StatusRun.Judged;

/** Says what would be published now. */
@Command(name = "summary", description = "Reads and judges, and prints the result; writes nothing.")
final class SummaryCommand extends ApplicationCommand {
    @Option(names = "--json", description = "Print status.json as it would be published.")
    private boolean json;

    @Override
    public Integer call() {
        bean(Settings.class).require(Purpose.ASSESS);
        Judged judged = bean(StatusRun.class).judge();
        if (json) {
            out().print(new String(Json.document(judged.document()), StandardCharsets.UTF_8));
        } else {
            out().print(SummaryText.of(judged));
        }
        out().flush();
        return ExitCode.DONE;
    }
}
