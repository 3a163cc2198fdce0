package com.elytracloud.status.domain;

import java.util.regex.Pattern;

/** The limits of what is announced: lengths of texts, and ids. */
public final class AnnouncedText {
    public static final int MAX_TITLE = 120;
    public static final int MAX_MESSAGE = 1000;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    private AnnouncedText() {}

    static String title(String text) {
        return checked("title", text, MAX_TITLE);
    }

    static String message(String text) {
        return checked("message", text, MAX_MESSAGE);
    }

    static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id has 1 to 80 lower-case letters, digits and hyphens");
        }
        return id;
    }

    private static String checked(String part, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("the %s has %d characters; allowed are 1 to %d"
                    .formatted(part, text.strip().length(), longest));
        }
        return text;
    }
}
