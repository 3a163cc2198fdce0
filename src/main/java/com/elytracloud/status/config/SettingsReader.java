package com.elytracloud.status.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.MonitorId;

/** Reads the settings of one section; what is wrong becomes a problem, and a harmless value takes its place. */
public final class SettingsReader {
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final URI NOWHERE = URI.create("https://not-configured.invalid");

    private final Variables variables;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> secretNames = ConcurrentHashMap.newKeySet();
    private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();

    /** Starts a section. */
    public SettingsReader(Variables variables) {
        this.variables = variables;
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

    /** Notes a problem that only the section itself can see; a quoted part of the value is not repeated. */
    public void refuse(String variable, String sentence) {
        // Someone may have put a secret into the wrong variable.
        String value = variables.find(variable).orElse("");
        String masked = QUOTED.matcher(sentence).replaceAll(quoted -> {
            boolean isOfTheValue = value.contains(quoted.group(1));
            return Matcher.quoteReplacement(isOfTheValue ? "'***'" : quoted.group());
        });
        problems.add(new Problem(variable, masked));
    }

    /** Whether the operator set it. */
    public boolean isSet(String variable) {
        return variables.find(variable).isPresent();
    }

    /** A text, or the default. */
    public String text(String variable, String byDefault) {
        String text = variables.find(variable).orElse(byDefault);
        if (text.indexOf('\uFFFD') >= 0) {
            refuse(variable, "holds characters that were not UTF-8; save the file in UTF-8, or set LC_ALL=C.UTF-8");
        }
        return text;
    }

    /** A public text of limited length. */
    public String text(String variable, String byDefault, int maxLength) {
        String text = text(variable, byDefault);
        if (text.length() > maxLength) {
            refuse(variable, "has %d characters; at most %d are allowed".formatted(text.length(), maxLength));
        }
        return text;
    }

    /** A text that must be there. */
    public String required(String variable, String meaning) {
        return variables.find(variable).orElseGet(() -> missing(variable, meaning, ""));
    }

    /** An optional secret, read again at each use: the value in the secret store may change. */
    public Secret secret(String variable) {
        return remembered(variable, new Secret(text(variable, "")));
    }

    /** A secret that must be there. */
    public Secret requiredSecret(String variable, String meaning) {
        return remembered(variable, new Secret(required(variable, meaning)));
    }

    /** A web address that must be there; without a scheme it is taken as https. */
    public URI requiredAddress(String variable, String meaning) {
        return isSet(variable) ? address(variable).orElse(NOWHERE) : missing(variable, meaning, NOWHERE);
    }

    /** A web address that may be absent; without a scheme it is taken as https, and without a slash at its end. */
    public Optional<URI> address(String variable) {
        // It may contain a password, so it is not repeated.
        String refusal =
                "is not a web address; allowed is http(s)://host[:port][/path] without user, query and fragment";
        return parsed(variable, SettingsReader::toAddress, refusal);
    }

    /** A whole number within bounds, or the default. */
    public long wholeNumber(String variable, long byDefault, long min, long max) {
        String refusal = "is not a whole number from %d to %d".formatted(min, max);
        return parsed(variable, SettingsReader::toNumber, min, max, refusal).orElse(byDefault);
    }

    /** A duration within bounds, or the default. */
    public Duration duration(String variable, Duration byDefault, Duration min, Duration max) {
        String refusal = "is not a duration from %s to %s; write it as %s"
                .formatted(DurationText.of(min), DurationText.of(max), DurationText.ALLOWED);
        return parsed(variable, DurationText::parse, min, max, refusal).orElse(byDefault);
    }

    private <T extends Comparable<T>> Optional<T> parsed(
            String variable, Function<String, Optional<T>> parser, T min, T max, String refusal) {
        return parsed(
                variable,
                text -> parser.apply(text).filter(each -> each.compareTo(min) >= 0 && each.compareTo(max) <= 0),
                refusal);
    }

    private <T> Optional<T> parsed(String variable, Function<String, Optional<T>> parser, String refusal) {
        Optional<T> value = variables.find(variable).flatMap(parser);
        if (isSet(variable) && value.isEmpty()) {
            refuse(variable, refusal);
        }
        return value;
    }

    private static Optional<Long> toNumber(String text) {
        return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The parts of a comma-separated list, in order, without blanks. */
    public List<String> list(String variable, String byDefault) {
        return parts(text(variable, byDefault)).toList();
    }

    private static Stream<String> parts(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    /** A comma-separated list of monitor ids. */
    public Set<MonitorId> monitorIds(String variable) {
        return monitorIds(variable, text(variable, ""));
    }

    /** A comma-separated list of monitor ids in a part of a variable's value. */
    Set<MonitorId> monitorIds(String variable, String list) {
        return parts(list)
                .flatMap(part -> monitorId(variable, part).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One monitor id of a list. */
    public Optional<MonitorId> monitorId(String variable, String part) {
        if (!MonitorId.isValid(part)) {
            refuse(variable, "holds something that is not a monitor id; \"elytra monitors\" lists the ids");
            return Optional.empty();
        }
        return Optional.of(new MonitorId(part));
    }

    private Secret remembered(String variable, Secret secret) {
        secretNames.add(variable);
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
        return secret;
    }

    private <T> T missing(String variable, String meaning, T placeholder) {
        refuse(variable, "is not set; it is " + meaning);
        return placeholder;
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
