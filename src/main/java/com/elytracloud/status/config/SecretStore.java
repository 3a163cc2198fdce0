package com.elytracloud.status.config;

import java.util.Optional;

/**
 * Stores some of the operator's variables outside of the environment; read only for those that the environment lacks.
 */
public interface SecretStore {
    /** The value of a variable; never throws, because a store that cannot be read is a configuration error. */
    Optional<String> find(String variable);

    /** Reads the store again; what cannot be read stays as it was. Returns whether anything changed; never throws. */
    default boolean refresh() {
        return false;
    }
}
