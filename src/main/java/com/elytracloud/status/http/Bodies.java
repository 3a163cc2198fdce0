package com.elytracloud.status.http;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import feign.Response;

import com.elytracloud.status.domain.Failure.Reason;

/** The body of a reply as its sender meant it, and never more of it than allowed. */
final class Bodies {
    private static final int BUFFER = 16 * 1024;

    private Bodies() {}

    /** Undoes the compression; closing the result closes the connection. */
    static InputStream decoded(Response reply, long limit) throws IOException {
        InputStream raw = reply.body() == null
                ? InputStream.nullInputStream()
                : reply.body().asInputStream();
        String encoding = Reply.header(reply, "Content-Encoding");
        return new Capped(
                switch (encoding.toLowerCase(Locale.ROOT)) {
                    case "", "identity" -> raw;
                    case "gzip", "x-gzip" -> new GZIPInputStream(new BufferedInputStream(raw, BUFFER), BUFFER);
                    default ->
                        throw NoAnswerException.lasting(Reason.UNREADABLE, "the answer is encoded as not asked for");
                },
                limit);
    }

    /** Stops at the limit. */
    private static final class Capped extends FilterInputStream {
        private final long limit;
        private long left;

        Capped(InputStream in, long limit) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            return count(read < 0 ? -1 : 1) < 0 ? -1 : read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return count(in.read(bytes, offset, length));
        }

        @Override
        public long skip(long count) throws IOException {
            return count((int) in.skip(Math.min(count, BUFFER)));
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private int count(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw NoAnswerException.lasting(Reason.TOO_LARGE, "the answer has more than %d bytes".formatted(limit));
            }
            return read;
        }
    }
}
