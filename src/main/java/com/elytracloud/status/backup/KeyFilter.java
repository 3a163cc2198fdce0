package com.elytracloud.status.backup;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which objects are checked. A pattern without a slash applies to the file name, one with a slash to the whole path
 * below the prefix; {@code *} and {@code ?} stand for anything but a slash, {@code **} for anything.
 */
final class KeyFilter {
    private final List<Pattern> included;
    private final List<Pattern> excluded;

    /**
     * Patterns as the operator writes them.
     *
     * @param include empty: everything
     */
    KeyFilter(List<String> include, List<String> exclude) {
        included = include.stream().map(KeyFilter::regex).toList();
        excluded = exclude.stream().map(KeyFilter::regex).toList();
    }

    /** Whether an object counts. */
    boolean accepts(String pathBelowPrefix) {
        return (included.isEmpty() || isOneOf(included, pathBelowPrefix)) && !isOneOf(excluded, pathBelowPrefix);
    }

    private static boolean isOneOf(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static Pattern regex(String text) {
        String path = text.replaceFirst("^/+", "");
        String anywhere = path.indexOf('/') < 0 ? "(?:.*/)?" : "";
        String glob = Pattern.quote(path.endsWith("/") ? path + "**" : path)
                .replace("**", "\\E\0\\Q")
                .replace("*", "\\E[^/]*\\Q")
                .replace("?", "\\E[^/]\\Q")
                .replace("\0", ".*");
        return Pattern.compile(anywhere + glob, Pattern.DOTALL);
    }
}
