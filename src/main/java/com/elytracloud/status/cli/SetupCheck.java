package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InjectableContext;

import com.elytracloud.status.cli.Setup.Question;
import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.run.Doctor;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Verdict;

/** Tests answers with the health checks of the doctor. */
final class SetupCheck {
    private final PrintWriter out;
    private final boolean contacts;

    /** @param contacts whether services are contacted; otherwise only the form of the answers is checked */
    SetupCheck(PrintWriter out, boolean contacts) {
        this.out = out;
        this.contacts = contacts;
    }

    /** Prints what is wrong with the answers of a group; returns whether nothing is. */
    boolean passes(Setup setup, Map<String, String> answers) {
        answers.forEach(System::setProperty);
        renewBeans();
        Set<String> asked = setup.questions().stream().map(Question::variable).collect(Collectors.toUnmodifiableSet());
        List<Problem> problems = ApplicationCommand.bean(Settings.class).problems(Set.of(setup.purpose())).stream()
                .filter(problem -> asked.contains(problem.variable()))
                .toList();
        problems.forEach(problem -> out.println("  FAIL " + problem));
        if (!problems.isEmpty() || !contacts) {
            return problems.isEmpty();
        }
        List<DoctorReport> rows = ApplicationCommand.bean(Doctor.class).examine(setup.parts(), part -> {});
        rows.forEach(row -> {
            switch (row.verdict()) {
                case GREEN -> out.println("  OK   %s: %s".formatted(row.name(), row.seen()));
                case AMBER -> out.println("  WARN %s: %s%n       %s".formatted(row.name(), row.seen(), row.advice()));
                case RED -> out.println("  FAIL %s: %s%n       %s".formatted(row.name(), row.seen(), row.advice()));
                case GREY -> {
                    // not configured
                }
            }
        });
        return rows.stream().noneMatch(row -> row.verdict() == Verdict.RED);
    }

    // Sections read their settings when they are created, and the answers have changed since.
    static void renewBeans() {
        ArcContainer container = Arc.container();
        InjectableContext singletons = container.getActiveContext(Singleton.class);
        for (Bean<?> bean : container.beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().getName().startsWith("com.elytracloud.")) {
                singletons.destroy(bean);
            }
        }
    }
}
