package com.elytracloud.status.run;

/** Looks for secrets in what is said to the operator; hosts and buckets may stand there, keys never. */
public interface SecretGuard {
    /** Whether the text holds one, configured or known by its form. */
    boolean findsSecretIn(String text);
}
