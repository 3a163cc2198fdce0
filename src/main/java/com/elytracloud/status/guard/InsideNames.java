package com.elytracloud.status.guard;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds configured names that are no secret but stay inside: hosts, buckets, folders. */
final class InsideNames {
    static final String INSIDE_NAME = "inside-name";
    static final String INSIDE_ADDRESS = "inside-address";

    private static final int LEAST = 4;
    /** A bucket may be called "backups": that word alone tells nothing and stands in every sentence. */
    private static final Pattern BARE_WORD = Pattern.compile("\\p{L}{1,10}");

    private static final Pattern ADDRESS = Pattern.compile(".*[.:/].*");

    private final List<Name> names;

    private record Name(String rule, String text, Pattern pattern) {
        boolean isIn(String small) {
            return small.contains(text) && pattern.matcher(small).find();
        }
    }

    InsideNames(Collection<String> names) {
        this.names = names.stream()
                .map(name -> PlainText.of(name).strip().toLowerCase(Locale.ROOT))
                .filter(name ->
                        name.length() >= LEAST && !BARE_WORD.matcher(name).matches())
                .map(name ->
                        new Name(ADDRESS.matcher(name).matches() ? INSIDE_ADDRESS : INSIDE_NAME, name, alone(name)))
                .toList();
    }

    /** The rules that a text breaks which hides nothing any more. */
    Set<String> rulesBrokenBy(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return names.stream().filter(name -> name.isIn(small)).map(Name::rule).collect(Collectors.toSet());
    }

    // Not as a part of a longer word; where a name ends with a sign, anything may follow.
    private static Pattern alone(String name) {
        boolean endsWithSign = !Character.isLetterOrDigit(name.charAt(name.length() - 1));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + (endsWithSign ? "" : "(?![\\p{L}\\p{N}])"));
    }
}
