package com.elytracloud.status.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import com.elytracloud.status.run.BoundedExecutor;

/**
 * The parameters below {@code SECRETS_SSM_PATH} in AWS's Parameter Store, each named like the variable it stands for.
 * They are read at the first lookup of a variable that the environment lacks; without a path no client is created.
 */
@Singleton
public final class SsmSecretStore implements SecretStore, SettingsSection {
    private static final String PATH = "SECRETS_SSM_PATH";
    private static final String REGION = "AWS_REGION";
    /** Lambda gives a start ten seconds, and the JVM needs some of them. */
    private static final Duration AT_START = Duration.ofSeconds(7);
    /** Before a run, which needs its own time afterwards. */
    private static final Duration REFRESH = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(SsmSecretStore.class);

    private final SettingsReader reader;
    private final BoundedExecutor workers;
    private final String path;
    private final String region;
    private Map<String, String> parameters;

    @Inject
    SsmSecretStore(Config config, BoundedExecutor workers) {
        this(Variables.of(config), workers);
    }

    /** Finds the parameters by these variables, for tests. */
    public SsmSecretStore(Variables variables, BoundedExecutor workers) {
        this.reader = new SettingsReader(variables);
        this.workers = workers;
        this.path = readPath();
        this.region = path.isEmpty() ? "" : readRegion();
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
    public boolean servesFor(Capability purpose) {
        return true;
    }

    /** The credentials of AWS; the parameters themselves are named by the sections that use them. */
    @Override
    public Set<Secret> secrets() {
        return reader.secrets();
    }

    @Override
    public Set<String> internalNames() {
        return path.isEmpty() ? Set.of() : Set.of(path);
    }

    // A deleted parameter keeps its value: without its API key a source would silently no longer be read.
    @Override
    public boolean refresh() {
        Map<String, String> known = all();
        if (known.isEmpty()) {
            return false;
        }
        Map<String, String> now = new HashMap<>(known);
        try {
            now.putAll(read(REFRESH));
        } catch (UnreadableParametersException e) {
            LOG.warnf("%s in %s: the secrets could not be read again: %s", path, region, e.getMessage());
        }
        return replace(known, now);
    }

    private synchronized boolean replace(Map<String, String> known, Map<String, String> now) {
        parameters = now;
        return !now.equals(known);
    }

    private synchronized Map<String, String> all() {
        if (parameters == null) {
            parameters = region.isEmpty() ? Map.of() : readAtStart();
        }
        return parameters;
    }

    private Map<String, String> readAtStart() {
        try {
            return read(AT_START);
        } catch (UnreadableParametersException e) {
            reader.refuse(PATH, "%s in %s gives no secrets: %s".formatted(path, region, e.getMessage()));
            return Map.of();
        }
    }

    private Map<String, String> read(Duration limit) throws UnreadableParametersException {
        try {
            return workers.call(() -> SsmParameters.read(path, region, reader), limit);
        } catch (TimeoutException e) {
            throw new UnreadableParametersException("it does not answer within %d s".formatted(limit.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableParametersException("the run ended before it responded");
        } catch (Exception e) {
            throw new UnreadableParametersException(SsmParameters.reason(e));
        }
    }

    private String readPath() {
        String chosen = reader.text(PATH, "").replaceFirst("/+$", "");
        if (!chosen.isEmpty() && !chosen.matches("(/[A-Za-z0-9_.-]+){1,15}")) {
            reader.refuse(PATH, "is not a path; allowed is one such as /elytra-status-prod, with a leading /");
            return "";
        }
        return chosen;
    }

    private String readRegion() {
        String chosen = reader.required(REGION, "the region of the parameters below " + PATH);
        if (!chosen.isEmpty() && !chosen.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            reader.refuse(REGION, "is not a region; allowed is one such as us-east-1");
            return "";
        }
        return chosen;
    }
}
