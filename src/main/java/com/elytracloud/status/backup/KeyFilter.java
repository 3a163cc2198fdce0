package com.elytracloud.status.backup;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which objects are checked. A pattern without a slash applies to the file name, one with a slash to the whole path
 * below the prefix; {@code *} and {@code ?} stand for anything but a slash, {@code **} for anything.
 */
final class KeyFilter {
    private final List<Glob> included;
    private final List<Glob> excluded;

    /**
     * Patterns as the operator writes them.
     *
     * @param include empty: everything
     */
    KeyFilter(List<String> include, List<String> exclude) {
        included = include.stream().map(Glob::of).toList();
        excluded = exclude.stream().map(Glob::of).toList();
    }

    /** Whether an object counts. */
    boolean accepts(String pathBelowPrefix) {
        return (included.isEmpty() || included.stream().anyMatch(glob -> glob.matches(pathBelowPrefix)))
                && excluded.stream().noneMatch(glob -> glob.matches(pathBelowPrefix));
    }

    private record Glob(Pattern pattern, boolean ofNames) {
        static Glob of(String text) {
            String path = text.replaceFirst("^/+", "");
            return new Glob(regex(path.endsWith("/") ? path + "**" : path), path.indexOf('/') < 0);
        }

        boolean matches(String path) {
            String subject = ofNames ? path.substring(path.lastIndexOf('/') + 1) : path;
            return pattern.matcher(subject).matches();
        }

        private static Pattern regex(String glob) {
            StringBuilder regex = new StringBuilder();
            for (int i = 0; i < glob.length(); i++) {
                char c = glob.charAt(i);
                if (glob.startsWith("**", i)) {
                    regex.append(".*");
                    i++;
                } else {
                    regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                }
            }
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        }
    }
}
