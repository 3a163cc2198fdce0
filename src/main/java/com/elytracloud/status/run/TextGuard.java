package com.elytracloud.status.run;

import java.util.Set;

/** Looks at a text that a person is about to make public, before it is kept anywhere. */
public interface TextGuard {
    /** The ids of the rules that it breaks, by its form or by a configured secret or name; empty if it may be said. */
    Set<String> rulesBrokenBy(String text);
}
