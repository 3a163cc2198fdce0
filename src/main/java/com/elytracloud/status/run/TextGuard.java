package com.elytracloud.status.run;

import java.util.List;
import java.util.stream.Collectors;

/** Checks a text that a person wrote and that will be public: when it is set, and again when it is composed. */
public interface TextGuard {
    /**
     * Applies every rule to a text.
     *
     * @param place what the text is, for the operator, such as "incident title"
     */
    Verdict check(String text, String place);

    /** A rule that a text violates; never contains the text. */
    record BrokenRule(String id, String reason, String advice) {}

    record Verdict(String place, List<BrokenRule> broken) {
        public Verdict {
            broken = List.copyOf(broken);
        }

        public boolean isRefused() {
            return !broken.isEmpty();
        }

        public String line() {
            return "the %s holds %s"
                    .formatted(
                            place,
                            broken.stream()
                                    .map(rule -> "%s (rule '%s')".formatted(rule.reason(), rule.id()))
                                    .collect(Collectors.joining(", ")));
        }
    }
}
