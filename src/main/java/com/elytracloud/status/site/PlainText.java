package com.elytracloud.status.site;

import java.util.regex.Pattern;

/** Text that XML, iCalendar and JSON can hold. */
final class PlainText {
    /** Control characters but tab and line feed, half a surrogate pair, and noncharacters. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{IsNoncharacter_Code_Point}&&[^\\t\\n]]");

    private PlainText() {}

    /** The text with U+FFFD in place of what is no text, and a line feed as the end of each line. */
    static String of(String text) {
        return NO_TEXT.matcher(text.replaceAll("\\r\\n?", "\n")).replaceAll("\uFFFD");
    }
}
