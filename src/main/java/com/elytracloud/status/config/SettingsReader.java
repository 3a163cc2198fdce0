package com.elytracloud.status.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.MonitorId;

/** Reads the settings of one section; what is wrong becomes a problem, and a harmless value takes its place. */
public final class SettingsReader {
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final URI NOWHERE = URI.create("https://not-configured.invalid");

    private final Variables variables;
    private final Set<Capability> capabilities;
    private final Set<Problem> problems = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> secretNames = ConcurrentHashMap.newKeySet();
    private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();
    private final Set<String> internalNames = ConcurrentHashMap.newKeySet();

    /** Starts to read variables that no capability needs. */
    public SettingsReader(Variables variables) {
        this(variables, Set.of());
    }

    /**
     * Starts a section.
     *
     * @param capabilities what needs it
     */
    public SettingsReader(Variables variables, Set<Capability> capabilities) {
        this.variables = variables;
        this.capabilities = capabilities;
    }

    /** What was wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean serves(Capability capability) {
        return capabilities.contains(capability);
    }

    /** The secrets that were read so far, as they are and as they were; absent ones do not count. */
    public Set<Secret> secrets() {
        secretNames.forEach(this::secret);
        return Set.copyOf(secrets);
    }

    Set<String> internalNames() {
        return Set.copyOf(internalNames);
    }

    /** Notes names that must not be published; empty ones do not count. */
    public void internal(String... names) {
        internalNames.addAll(List.of(names));
        internalNames.remove("");
    }

    /** Notes a problem that only the section itself can see; a quoted part of the value is not repeated. */
    public void refuse(String variable, String sentence, Object... details) {
        // Someone may have put a secret into the wrong variable.
        String value = variables.find(variable).orElse("");
        String whole = details.length == 0 ? sentence : sentence.formatted(details);
        String masked = QUOTED.matcher(whole).replaceAll(quoted -> {
            boolean isOfTheValue = value.contains(quoted.group(1));
            return Matcher.quoteReplacement(isOfTheValue ? "'***'" : quoted.group());
        });
        problems.add(new Problem(variable, masked));
    }

    /** Whether the operator set it. */
    public boolean isSet(String variable) {
        return variables.find(variable).isPresent();
    }

    /** A text, or the default, which may be null. */
    public String text(String variable, String byDefault) {
        String text = variables.find(variable).orElse(byDefault);
        if (text != null && text.indexOf('\uFFFD') >= 0) {
            refuse(variable, "holds characters that were not UTF-8; save the file in UTF-8, or set LC_ALL=C.UTF-8");
        }
        return text;
    }

    /** A public text of limited length, or the default, which may be null. */
    public String text(String variable, String byDefault, int maxLength) {
        String text = text(variable, byDefault);
        if (text != null && text.length() > maxLength) {
            refuse(variable, "has %d characters; at most %d are allowed", text.length(), maxLength);
        }
        return text;
    }

    /** A text that must be there; empty if it is missing. */
    public String required(String variable, String meaning) {
        if (!isSet(variable)) {
            refuse(variable, "is not set; it is %s", meaning);
        }
        return text(variable, "");
    }

    /** One of some words, in lower case, or the default. */
    public String oneOf(String variable, String byDefault, List<String> allowed) {
        String word = text(variable, byDefault).toLowerCase(Locale.ROOT);
        if (!isSet(variable) || allowed.contains(word)) {
            return word;
        }
        refuse(variable, "is not allowed; allowed is one of %s", String.join(", ", allowed));
        return byDefault;
    }

    /** An optional secret, read again at each use: the value in the secret store may change. */
    public Secret secret(String variable) {
        Secret secret = new Secret(text(variable, ""));
        secretNames.add(variable);
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
        return secret;
    }

    /** A secret that must be there. */
    public Secret requiredSecret(String variable, String meaning) {
        required(variable, meaning);
        return secret(variable);
    }

    /** A web address that must be there; without a scheme it is taken as https. */
    public URI requiredAddress(String variable, String meaning) {
        required(variable, meaning);
        return address(variable).orElse(NOWHERE);
    }

    /** A web address that may be absent; without a scheme it is taken as https, and without a slash at its end. */
    public Optional<URI> address(String variable) {
        // It may contain a password, so it is not repeated.
        return parsed(
                variable,
                SettingsReader::toAddress,
                "is not a web address; allowed is http(s)://host[:port][/path] without user, query and fragment");
    }

    /** An absolute path, or the default. */
    public Path path(String variable, Path byDefault) {
        return parsed(variable, SettingsReader::toPath, "is no path").orElse(byDefault);
    }

    /** A whole number within bounds, or the default. */
    public long wholeNumber(String variable, long byDefault, long min, long max) {
        return parsed(
                        variable,
                        text -> toNumber(text).filter(number -> number >= min && number <= max),
                        "is not a whole number from %d to %d".formatted(min, max))
                .orElse(byDefault);
    }

    /** A duration within bounds, or the default. */
    public Duration duration(String variable, Duration byDefault, Duration min, Duration max) {
        return parsed(
                        variable,
                        text -> DurationText.parse(text)
                                .filter(each -> each.compareTo(min) >= 0 && each.compareTo(max) <= 0),
                        "is not a duration from %s to %s; write it as %s"
                                .formatted(DurationText.of(min), DurationText.of(max), DurationText.ALLOWED))
                .orElse(byDefault);
    }

    /** The parts of a comma-separated list, in order, without blanks. */
    public List<String> list(String variable) {
        return parts(text(variable, ""));
    }

    /** A comma-separated list of monitor ids in a variable's value or a part of it. */
    Set<MonitorId> monitorIds(String variable, String list) {
        return parts(list).stream()
                .flatMap(part -> monitorId(variable, part).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One monitor id of a list. */
    Optional<MonitorId> monitorId(String variable, String part) {
        if (!MonitorId.isValid(part)) {
            refuse(variable, "holds something that is not a monitor id; \"elytra monitors\" lists the ids");
            return Optional.empty();
        }
        return Optional.of(new MonitorId(part));
    }

    private <T> Optional<T> parsed(String variable, Function<String, Optional<T>> parser, String refusal) {
        Optional<T> value = variables.find(variable).flatMap(parser);
        if (isSet(variable) && value.isEmpty()) {
            refuse(variable, refusal);
        }
        return value;
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<Long> toNumber(String text) {
        return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<Path> toPath(String text) {
        try {
            return Optional.of(Path.of(text).toAbsolutePath());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> toAddress(String text) {
        try {
            String url = (text.contains("://") ? text : "https://" + text).replaceFirst("/+$", "");
            URI address = new URI(url);
            boolean usable = url.matches("(?i)https?://[^/?#@]+(/[^?#]*)?") && address.getHost() != null;
            return usable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
