package com.elytracloud.status.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.MonitorId;

/** Reads the settings of one section; what is wrong becomes a problem, and a harmless value takes its place. */
public final class SettingsReader {
    private final Variables variables;
    final Set<Capability> capabilities;
    private final Set<Problem> problems = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> secretNames = ConcurrentHashMap.newKeySet();
    private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();
    final Set<String> internalNames = ConcurrentHashMap.newKeySet();

    /** @param capabilities what needs the section */
    public SettingsReader(Variables variables, Set<Capability> capabilities) {
        this.variables = variables;
        this.capabilities = capabilities;
    }

    /** What was wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The secrets that were read so far, as they are and as they were; absent ones do not count. */
    public Set<Secret> secrets() {
        secretNames.forEach(this::secret);
        return Set.copyOf(secrets);
    }

    /** Notes names that must not be published; empty ones do not count. */
    public void internal(String... names) {
        internalNames.addAll(List.of(names));
        internalNames.remove("");
    }

    /** Notes a problem; the sentence never holds the value: someone may have put a secret into the wrong variable. */
    @SuppressWarnings("AnnotateFormatMethod") // a sentence without details may hold a percent sign
    public void refuse(String variable, String sentence, Object... details) {
        problems.add(
                new Problem(variable, details.length == 0 ? sentence : String.format(Locale.ROOT, sentence, details)));
    }

    /** Whether the operator set it. */
    public boolean isSet(String variable) {
        return variables.find(variable).isPresent();
    }

    /** A text, or the default, which may be null. */
    public String text(String variable, String byDefault) {
        return text(variable, byDefault, Integer.MAX_VALUE);
    }

    /** A public text of limited length, or the default, which may be null. */
    public String text(String variable, String byDefault, int maxLength) {
        String text = variables.find(variable).orElse(byDefault);
        if (text != null && text.indexOf('\uFFFD') >= 0) {
            refuse(variable, "holds characters that were not UTF-8; save the file in UTF-8, or set LC_ALL=C.UTF-8");
        }
        if (text != null && text.length() > maxLength) {
            refuse(variable, "has %d characters; at most %d are allowed", text.length(), maxLength);
        }
        return text;
    }

    /** A text of an allowed form, or the default. */
    public String matching(String variable, String byDefault, Pattern form, String refusal) {
        String text = text(variable, byDefault);
        if (form.matcher(text).matches()) {
            return text;
        }
        refuse(variable, refusal);
        return byDefault;
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
        String refusal = "is not allowed; allowed is one of " + String.join(", ", allowed);
        return parsed(variable, text -> text.toLowerCase(Locale.ROOT), allowed::contains, refusal)
                .orElse(byDefault);
    }

    /** A secret, empty if it is not set, read again at each use: the value in the secret store may change. */
    public Secret secret(String variable) {
        Secret secret = new Secret(text(variable, ""));
        secretNames.add(variable);
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
        return secret;
    }

    /** A web address that must be there; without a scheme it is taken as https. */
    public URI requiredAddress(String variable, String meaning) {
        required(variable, meaning);
        return address(variable).orElse(URI.create("https://not-configured.invalid"));
    }

    /** A web address that may be absent; without a scheme it is taken as https, and without a slash at its end. */
    public Optional<URI> address(String variable) {
        return parsed(
                variable,
                text -> URI.create((text.contains("://") ? text : "https://" + text).replaceFirst("/+$", "")),
                url -> url.getHost() != null && url.toString().matches("(?i)https?://[^/?#@]+(/[^?#]*)?"),
                "is not a web address; allowed is http(s)://host[:port][/path] without user, query and fragment");
    }

    /** An absolute path, or the default. */
    public Path path(String variable, Path byDefault) {
        return parsed(variable, Path::of, path -> true, "is no path")
                .map(Path::toAbsolutePath)
                .orElse(byDefault);
    }

    /** A whole number within bounds, or the default. */
    public long wholeNumber(String variable, long byDefault, long min, long max) {
        String refusal = "is not a whole number from %d to %d".formatted(min, max);
        return parsed(variable, Long::valueOf, number -> number >= min && number <= max, refusal)
                .orElse(byDefault);
    }

    /** A duration within bounds, or the default. */
    public Duration duration(String variable, String byDefault, String min, String max) {
        Predicate<Duration> isAllowed =
                each -> each.compareTo(DurationText.of(min)) >= 0 && each.compareTo(DurationText.of(max)) <= 0;
        String refusal = "is not a duration from %s to %s; write it as %s".formatted(min, max, DurationText.ALLOWED);
        return parsed(variable, DurationText::of, isAllowed, refusal).orElseGet(() -> DurationText.of(byDefault));
    }

    private <T> Optional<T> parsed(
            String variable, Function<String, T> parser, Predicate<T> isAllowed, String refusal) {
        Optional<String> text = variables.find(variable);
        try {
            Optional<T> value = text.map(parser).filter(isAllowed);
            if (text.isEmpty() || value.isPresent()) {
                return value;
            }
        } catch (IllegalArgumentException | NoSuchElementException e) {
            // refused like a value that is out of bounds
        }
        refuse(variable, refusal);
        return Optional.empty();
    }

    /** The parts of a comma-separated list, in order, without blanks. */
    public List<String> list(String variable) {
        return parts(text(variable, "")).toList();
    }

    /** The monitor ids of a comma-separated list, which is a variable's value or a part of it. */
    Set<MonitorId> monitorIds(String variable, String list) {
        if (!parts(list).allMatch(MonitorId::isValid)) {
            refuse(variable, "holds something that is not a monitor id; \"elytra monitors\" lists the ids");
        }
        return parts(list)
                .filter(MonitorId::isValid)
                .map(MonitorId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> parts(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
