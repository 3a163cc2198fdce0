package com.elytracloud.status.guard;

import java.util.List;

/** Addresses that standards use as names; they tell nothing of us. */
final class WellKnown {
    private static final List<String> NAMES = List.of(
            "https://json-schema.org/draft/2020-12/schema",
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1999/xhtml",
            "http://www.w3.org/1999/xlink",
            "http://www.w3.org/XML/1998/namespace",
            "http://www.w3.org/2005/Atom");

    private WellKnown() {}

    /** Whether a whole string is such a name. */
    static boolean is(String text) {
        return NAMES.contains(text);
    }
}
