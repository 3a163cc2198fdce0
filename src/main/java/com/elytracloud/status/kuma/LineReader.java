package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a stream in one buffer, without an object per line.
 *
 * <p>Splits on LF only: Kuma leaves a raw CR, U+0085 or U+2028 of a monitor's name in the line.
 */
final class LineReader {
    /** Longer lines are shown in part; Kuma's longest recorded one has 500 bytes. */
    static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST];
    private int position;
    private int limit;
    private int from;
    private int to;
    private boolean whole = true;
    private boolean skipping;
    private boolean unterminated;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false after the last one. */
    boolean next() throws IOException {
        if (skipping && !skipToLineFeed()) {
            return false;
        }
        int scanned = position;
        while (true) {
            int lineFeed = lineFeedFrom(scanned);
            if (lineFeed >= 0) {
                return show(lineFeed, lineFeed + 1, true);
            }
            makeRoom();
            scanned = limit;
            if (limit == buffer.length) {
                skipping = true;
                return show(limit, limit, false);
            }
            if (!fill()) {
                unterminated |= limit > position;
                return limit > position && show(limit, limit, false);
            }
        }
    }

    /** The bytes of the line lie here, from {@link #from()} to {@link #to()}, until the next move. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** False if the line goes on beyond what is shown, or ends without LF. */
    boolean isWhole() {
        return whole;
    }

    /** Whether the stream ended in the middle of a line. */
    boolean isUnterminated() {
        return unterminated;
    }

    /** Whether the line begins so. */
    boolean startsWith(byte[] prefix) {
        if (to - from < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (buffer[from + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean show(int end, int next, boolean complete) {
        from = position;
        to = end;
        position = next;
        whole = complete;
        return true;
    }

    private boolean skipToLineFeed() throws IOException {
        skipping = false;
        while (true) {
            int lineFeed = lineFeedFrom(position);
            if (lineFeed >= 0) {
                position = lineFeed + 1;
                return true;
            }
            position = limit;
            makeRoom();
            if (!fill()) {
                unterminated = true;
                return false;
            }
        }
    }

    private int lineFeedFrom(int start) {
        for (int i = start; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void makeRoom() {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read >= 0;
    }
}
