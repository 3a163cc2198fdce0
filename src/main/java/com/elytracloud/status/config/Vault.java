package com.elytracloud.status.config;

import java.util.Optional;

/** A place outside the configuration that may hold some of the operator's variables; asked for what the configuration lacks. */
public interface Vault {
    /** The value of a variable; never throws, because what is wrong with the vault is told with the other problems. */
    Optional<String> find(String variable);

    /** Asks anew what it holds, and tells whether any of it has changed; what cannot be had stays as it was. Never throws. */
    default boolean refresh() {
        return false;
    }
}
