package com.elytracloud.status.run;

import java.util.List;
import java.util.stream.Collectors;

/** The guard found something that must not leave, and so nothing left. */
public final class LeakException extends PublishException {
    private static final long serialVersionUID = 1L;

    /** The limit keeps the message to one line of a log; further findings usually have the same cause. */
    private static final int MOST_SHOWN = 20;

    public LeakException(List<CheckResult> findings) {
        super("the guard refuses the site, the public files stay as they are: %s%s"
                .formatted(
                        findings.stream()
                                .limit(MOST_SHOWN)
                                .map(CheckResult::toString)
                                .collect(Collectors.joining("; ")),
                        findings.size() > MOST_SHOWN ? "; and %d more".formatted(findings.size() - MOST_SHOWN) : ""));
    }
}
