package com.elytracloud.status.backup;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which objects are checked. A pattern without a slash applies to the file name, one with a slash to the whole path
 * below the prefix; {@code *} and {@code ?} stand for anything but a slash, {@code **} for anything.
 */
final class KeyFilter {
    private final Pattern included;
    private final Pattern excluded;

    /**
     * Patterns as the operator writes them.
     *
     * @param include empty: everything
     */
    KeyFilter(List<String> include, List<String> exclude) {
        included = anyOf(include.isEmpty() ? List.of("**") : include);
        excluded = anyOf(exclude);
    }

    /** Whether an object counts. */
    boolean accepts(String pathBelowPrefix) {
        return included.matcher(pathBelowPrefix).matches()
                && !excluded.matcher(pathBelowPrefix).matches();
    }

    private static Pattern anyOf(List<String> globs) {
        Stream<String> nothing = Stream.of("(?!)");
        return Pattern.compile(
                Stream.concat(nothing, globs.stream().map(KeyFilter::regex)).collect(Collectors.joining("|")),
                Pattern.DOTALL);
    }

    private static String regex(String text) {
        String path = text.replaceFirst("^/+", "");
        String glob = Pattern.quote(path.endsWith("/") ? path + "**" : path)
                .replace("**", "\\E\0\\Q")
                .replace("*", "\\E[^/]*\\Q")
                .replace("?", "\\E[^/]\\Q")
                .replace("\0", ".*");
        return (path.indexOf('/') < 0 ? "(?:.*/)?" : "") + glob;
    }
}
