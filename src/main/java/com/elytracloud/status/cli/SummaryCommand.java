package com.elytracloud.status.cli;

import java.nio.charset.StandardCharsets;

import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.run.RunResult;
import com.elytracloud.status.run.StatusRun;

/** Prints what would be published now. */
@Command(
        name = "summary",
        description =
                "Reads the sources, evaluates and prints the result, with --json as status.json; publishes nothing.")
final class SummaryCommand extends ResultCommand {
    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.ASSESS);
        RunResult result = bean(StatusRun.class).evaluate();
        if (isJson()) {
            out().print(new String(Json.document(result.document()), StandardCharsets.UTF_8));
        } else {
            out().print(SummaryText.of(result));
        }
        out().flush();
        return ExitCode.DONE;
    }
}
