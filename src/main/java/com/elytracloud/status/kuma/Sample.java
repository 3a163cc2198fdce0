package com.elytracloud.status.kuma;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of the Prometheus text format, {@code name{label="value",...} value [timestamp]}, read label by label.
 *
 * <p>Looks at bytes: quote, backslash and brace never occur inside a character of several bytes. A value may hold
 * braces, commas and, escaped, quotes, backslashes and line feeds; everything else stands there raw.
 */
final class Sample {
    private final byte[] bytes;
    private final int end;
    private int position;
    private boolean begun;
    private boolean closed;
    private boolean malformed;
    private boolean escaped;
    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;

    /** @param from behind the name of the metric */
    Sample(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    /** Moves to the next label; false after the last one, or where the line stops to make sense. */
    boolean nextLabel() {
        if (closed || malformed || !expectLabel()) {
            return false;
        }
        nameFrom = position;
        while (position < end && isNameByte(bytes[position])) {
            position++;
        }
        nameTo = position;
        if (nameFrom == nameTo || !take('=') || !take('"')) {
            return fail();
        }
        return takeValue();
    }

    boolean labelIs(byte[] name) {
        return Arrays.equals(bytes, nameFrom, nameTo, name, 0, name.length);
    }

    boolean labelValueIs(byte[] value) {
        return Arrays.equals(bytes, valueFrom, valueTo, value, 0, value.length);
    }

    String labelName() {
        return new String(bytes, nameFrom, nameTo - nameFrom, StandardCharsets.US_ASCII);
    }

    /** The value with its escapes undone; bytes that are not UTF-8 are replaced. */
    String labelValue() {
        String raw = new String(bytes, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8);
        return escaped ? unescaped(raw) : raw;
    }

    /** The figure after the labels; empty if the line is malformed, or its labels were not all visited. */
    String figure() {
        skipBlanks();
        int from = position;
        skipToken();
        int to = position;
        skipBlanks();
        skipToken(); // a timestamp; Kuma writes none
        skipBlanks();
        return closed && position == end ? new String(bytes, from, to - from, StandardCharsets.US_ASCII) : "";
    }

    // A line without labels is closed from the beginning.
    private boolean expectLabel() {
        if (begun ? !take(',') && !isAt('}') : !take('{')) {
            closed = !begun;
            malformed = begun;
            return false;
        }
        begun = true;
        closed = take('}');
        return !closed;
    }

    private boolean takeValue() {
        valueFrom = position;
        escaped = false;
        while (position < end && bytes[position] != '"') {
            boolean escape = bytes[position] == '\\';
            escaped |= escape;
            position += escape ? 2 : 1;
        }
        if (position >= end) {
            return fail();
        }
        valueTo = position;
        position++;
        return true;
    }

    private boolean fail() {
        malformed = true;
        position = Math.min(position, end);
        return false;
    }

    private boolean isAt(char c) {
        skipBlanks();
        return position < end && bytes[position] == c;
    }

    private boolean take(char c) {
        boolean taken = isAt(c);
        position += taken ? 1 : 0;
        return taken;
    }

    private void skipBlanks() {
        while (position < end && isBlank(bytes[position])) {
            position++;
        }
    }

    private void skipToken() {
        while (position < end && !isBlank(bytes[position])) {
            position++;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            char next = i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
            if (c == '\\' && (next == '\\' || next == '"' || next == 'n')) {
                text.append(next == 'n' ? '\n' : next);
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
