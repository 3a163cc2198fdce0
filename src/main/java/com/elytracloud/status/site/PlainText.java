package com.elytracloud.status.site;

/** Text that XML, iCalendar and JSON can hold. */
final class PlainText {
    private PlainText() {}

    /** The text with U+FFFD in place of control characters, lone surrogates and noncharacters; line feeds and tabs stay. */
    static String of(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(c -> isText(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isText(int c) {
        boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n';
        boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean isNoncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return !isControl && !isSurrogate && !isNoncharacter;
    }
}
