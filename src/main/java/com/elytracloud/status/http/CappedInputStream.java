package com.elytracloud.status.http;

import java.io.IOException;
import java.io.InputStream;

import com.elytracloud.status.domain.Failure.Reason;

/** A stream that fails once more bytes than allowed were read from it; what is skipped counts as read. */
final class CappedInputStream extends InputStream {
    private final InputStream in;
    private final long limit;
    private long read;

    CappedInputStream(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > limit) {
            throw ApiCallException.permanentFailure(
                    Reason.TOO_LARGE, "the response has more than %d bytes".formatted(limit));
        }
    }
}
