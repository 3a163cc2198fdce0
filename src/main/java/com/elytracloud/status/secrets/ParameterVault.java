package com.elytracloud.status.secrets;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.config.Vault;

/**
 * The parameters below {@code SECRETS_SSM_PATH}, each named like the variable it stands for. They are read when the first
 * variable is asked for that the configuration lacks, and again when somebody doubts them; without a path nothing of AWS is
 * even loaded.
 */
@Singleton
public final class ParameterVault implements Vault, SettingsSection {
    private static final String PATH = "SECRETS_SSM_PATH";
    private static final String REGION = "AWS_REGION";
    /** A start has ten seconds on Lambda, and the JVM needs some of them. */
    private static final Duration AT_START = Duration.ofSeconds(7);
    /** Before a run, which may take its own time afterwards and must end within 30 s. */
    private static final Duration ANEW = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(ParameterVault.class);

    private final SettingsReader reader;
    private final String path;
    private final String region;
    private Map<String, String> parameters;

    @Inject
    ParameterVault(Config config) {
        this(Variables.of(config));
    }

    /** Reads where the parameters are from variables that lie elsewhere, for tests. */
    public ParameterVault(Variables variables) {
        reader = new SettingsReader(variables);
        path = readPath();
        region = path.isEmpty() ? "" : readRegion();
    }

    @Override
    public Optional<String> find(String variable) {
        return Optional.ofNullable(all().get(variable));
    }

    @Override
    public List<Problem> problems() {
        all();
        return reader.problems();
    }

    @Override
    public boolean servesFor(Purpose purpose) {
        return true;
    }

    /** The credentials by which it is entered; what it holds is named by the sections that read it. */
    @Override
    public Set<Secret> secrets() {
        return reader.secrets();
    }

    @Override
    public Set<String> insideNames() {
        return path.isEmpty() ? Set.of() : Set.of(path);
    }

    private String readPath() {
        String chosen = reader.text(PATH, "").replaceFirst("/+$", "");
        if (!chosen.isEmpty() && !chosen.matches("(/[A-Za-z0-9_.-]+){1,15}")) {
            reader.refuse(
                    PATH, "is '%s'; allowed is a path such as /elytra-status-prod, with a / before".formatted(chosen));
            return "";
        }
        return chosen;
    }

    private String readRegion() {
        String chosen = reader.required(REGION, "the region of the parameters below " + PATH);
        if (!chosen.isEmpty() && !chosen.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            reader.refuse(REGION, "is '%s'; allowed is a region such as us-east-1".formatted(chosen));
            return "";
        }
        return chosen;
    }

    // A parameter that is gone keeps its value: without a key less would be read than before, and nobody would notice.
    @Override
    public boolean refresh() {
        Map<String, String> known = all();
        if (known.isEmpty()) {
            return false;
        }
        Map<String, String> now = new HashMap<>(known);
        try {
            now.putAll(ParameterStore.at(region, reader).below(path, ANEW));
        } catch (ParameterException e) {
            LOG.warnf("%s in %s: the secrets could not be read anew: %s", path, region, e.getMessage());
        }
        return replace(known, now);
    }

    private synchronized boolean replace(Map<String, String> known, Map<String, String> now) {
        parameters = now;
        return !now.equals(known);
    }

    // Without a path there is no region either.
    private synchronized Map<String, String> all() {
        if (parameters == null) {
            parameters = region.isEmpty() ? Map.of() : read();
        }
        return parameters;
    }

    private Map<String, String> read() {
        try {
            return ParameterStore.at(region, reader).below(path, AT_START);
        } catch (ParameterException e) {
            reader.refuse(PATH, "%s in %s gives no secrets: %s".formatted(path, region, e.getMessage()));
            return Map.of();
        }
    }
}
