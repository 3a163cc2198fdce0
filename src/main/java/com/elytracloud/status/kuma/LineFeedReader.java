package com.elytracloud.status.kuma;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines that end with LF and nothing else: Uptime Kuma leaves a raw CR of a monitor's name in the line, where
 * {@link java.io.BufferedReader} would split it.
 */
final class LineFeedReader {
    /** In characters; the rest of a longer line is skipped. The longest recorded line has 500. */
    static final int MAX_LINE = 64 * 1024;

    private final Reader in;
    private final char[] buffer = new char[8192];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int limit;
    private boolean whole;

    LineFeedReader(InputStream in) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /**
     * Moves to the next line; false after the last one.
     *
     * @throws EOFException if the stream ends in the middle of a line
     */
    boolean next() throws IOException {
        line.setLength(0);
        whole = true;
        while (fill()) {
            int from = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            append(from, position - from);
            if (position < limit) {
                position++;
                return true;
            }
        }
        if (!line.isEmpty()) {
            throw new EOFException("the stream ends in the middle of a line");
        }
        return false;
    }

    /** The line, without its end. */
    String line() {
        return line.toString();
    }

    /** False if the line is longer than {@link #MAX_LINE}. */
    boolean isWhole() {
        return whole;
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(buffer));
            position = 0;
        }
        return limit > 0;
    }

    private void append(int from, int length) {
        int taken = Math.min(length, MAX_LINE - line.length());
        line.append(buffer, from, taken);
        whole &= taken == length;
    }
}
