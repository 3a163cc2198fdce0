package com.elytracloud.status.config;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The operator's variables, by their names, from the environment, a {@code .env} file or {@code
 * application.properties}, and, if none of them contains it, from the secret store. A variable that is set to an empty
 * value hides the one in the secret store.
 *
 * <p>Reads the configuration sources directly: the usual lookup would expand {@code ${...}} and {@code $$} in a secret
 * and change it silently.
 */
@Singleton
public final class Variables {
    private final Function<String, String> lookup;
    private final BooleanSupplier refresher;
    private final AtomicInteger refreshes = new AtomicInteger();
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    @Inject
    Variables(Config config, SsmSecretStore store) {
        this(config, store::find, store::refresh);
    }

    Variables(Config config, Function<String, Optional<String>> store, BooleanSupplier refresher) {
        this(name -> firstOf(config, name).or(() -> store.apply(name)).orElse(null), refresher);
    }

    /** The variables of the configuration alone, for the secret store itself. */
    static Variables of(Config config) {
        return new Variables(config, name -> Optional.empty(), () -> false);
    }

    /** Variables from anywhere, for tests. */
    public Variables(Function<String, String> lookup) {
        this(lookup, () -> false);
    }

    /** The same, which change by this, for tests. */
    public Variables(Function<String, String> lookup, BooleanSupplier refresher) {
        this.lookup = lookup;
        this.refresher = refresher;
    }

    // Config lists its sources by rank, the strongest first.
    private static Optional<String> firstOf(Config config, String name) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(source -> !isReadByTheLibrary(source))
                .map(source -> source.getValue(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Whether the library read a {@code .env} of the working directory by itself, in its own dialect: we read it, or the one
     * that was named in its place.
     */
    static boolean isReadByTheLibrary(ConfigSource source) {
        return source.getName().startsWith("EnvConfigSource[source=");
    }

    /** Reads the secret store again; later lookups of a secret return its current value. */
    public void refresh() {
        if (refresher.getAsBoolean()) {
            refreshes.incrementAndGet();
        }
    }

    /** How many refreshes changed a value. Code that caches objects made from secrets compares it and rebuilds them. */
    public int refreshes() {
        return refreshes.get();
    }

    /** The value without surrounding blanks; empty if it is not set, or set to nothing. */
    public Optional<String> find(String name) {
        Optional<String> value =
                Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
        value.ifPresent(any -> found.add(name));
        return value;
    }

    /** The names of those that are set, as far as they were read. */
    public Set<String> found() {
        return Set.copyOf(found);
    }
}
