package com.elytracloud.status.guard;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses that standards use as names; they tell nothing of us. */
final class WellKnown {
    private static final List<String> NAMES = List.of(
            "https://json-schema.org/draft/2020-12/schema",
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1999/xhtml",
            "http://www.w3.org/1999/xlink",
            "http://www.w3.org/XML/1998/namespace",
            "http://www.w3.org/2005/Atom");

    // Longer ones are addresses of their own.
    private static final Pattern NAME = Pattern.compile(NAMES.stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}+.-])(?:", ")(?![\\p{L}\\p{N}_./:@?#-])")));

    private WellKnown() {}

    /** The text without such names. */
    static String cutOutOf(String text) {
        return text.contains("://") ? NAME.matcher(text).replaceAll(" ") : text;
    }
}
