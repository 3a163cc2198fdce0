package com.elytracloud.status.run;

/** Finds secrets in messages to the operator; hosts and bucket names are allowed there, secrets never. */
public interface SecretGuard {
    /** Whether the text holds one, configured or known by its form. */
    boolean findsSecretIn(String text);
}
