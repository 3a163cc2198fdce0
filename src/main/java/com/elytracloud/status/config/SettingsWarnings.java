package com.elytracloud.status.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** What stops no command and is probably a mistake: names that are no settings, and a file that everyone can read. */
@Singleton
public final class SettingsWarnings {
    private final Config config;

    SettingsWarnings(Config config) {
        this.config = config;
    }

    /** Each unknown name that looks like a setting, with the name that was probably meant. */
    public List<Problem> unknownNames() {
        Set<String> ofTheFile = new TreeSet<>();
        Set<String> ofTheEnvironment = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            if (source instanceof EnvFileSource) {
                ofTheFile.addAll(source.getPropertyNames());
            } else if (source.getName().contains("Env") && !Variables.isReadByTheLibrary(source)) {
                source.getPropertyNames().stream()
                        .filter(name -> name.matches("[A-Za-z0-9_]+"))
                        .forEach(ofTheEnvironment::add);
            }
        }
        // The library lists each variable of a source a second time, as a property in lower case.
        ofTheEnvironment.removeIf(name -> {
            String variable = name.toUpperCase(Locale.ROOT);
            return !name.equals(variable) && (ofTheEnvironment.contains(variable) || ofTheFile.contains(variable));
        });
        return KnownVariables.packaged().unknown(ofTheFile, ofTheEnvironment);
    }

    /** A sentence if the {@code .env} file, which holds secrets, can be read by every user of the machine. */
    public Optional<String> exposedFile() {
        try {
            Path file = Path.of(System.getProperty(EnvFile.PROPERTY, ""));
            boolean isExposed = Files.isRegularFile(file)
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
            return isExposed ? Optional.of(file + " can be read by every user of this machine") : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // a file system without such permissions
        }
    }
}
