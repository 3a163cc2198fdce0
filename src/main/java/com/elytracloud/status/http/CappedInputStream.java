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
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        read += Math.max(0, count);
        if (read > limit) {
            throw ApiCallException.permanentFailure(
                    Reason.TOO_LARGE, "the response has more than %d bytes".formatted(limit));
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
