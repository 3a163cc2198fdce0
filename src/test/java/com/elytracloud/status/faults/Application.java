package com.elytracloud.status.faults;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;

import com.elytracloud.status.cli.CommandLineStage;
import com.elytracloud.status.config.SettingsException;
import com.elytracloud.status.faults.Promise.Ends;
import com.elytracloud.status.function.StatusFunction;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.testing.LoggedLines;

/** The function within the application of a Quarkus test; what it keeps from run to run lasts until another one runs. */
final class Application implements Entry {
    private static Application configured;

    private final Map<String, String> variables;

    Application(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public End run() throws IOException {
        if (configured != this) {
            configured = this;
            CommandLineStage.configure(variables);
        }
        try (LoggedLines log = new LoggedLines()) {
            try {
                RunReport report = bean(StatusFunction.class).status(null);
                String told = bean(ObjectMapper.class).writeValueAsString(report);
                return new End(Ends.valueOf(report.outcome().name()), told + log.text());
            } catch (SettingsException e) {
                return new End(Ends.NOT_STARTED, e + log.text());
            } catch (RuntimeException e) {
                return new End(Ends.FAILED, e + log.text());
            }
        }
    }

    @Override
    public void close() {
        configured = null;
        CommandLineStage.configure(Map.of());
    }

    @Override
    public String toString() {
        return "application";
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().select(type).get();
    }
}
