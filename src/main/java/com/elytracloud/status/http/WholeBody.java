package com.elytracloud.status.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;

/**
 * A body that is either whole or an error, and that ends with its reader: the platform takes any end for the end, however
 * long the body was to be, reads on while its thread is interrupted, and would drain at closing what nobody wants.
 */
final class WholeBody extends FilterInputStream {
    private final HttpURLConnection connection;
    private final long promised;
    private long received;

    WholeBody(InputStream in, HttpURLConnection connection) {
        super(in);
        this.connection = connection;
        this.promised = connection.getContentLengthLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("nobody waits for the rest");
        }
        received += Math.max(0, read);
        boolean isShort = read < 0 && received < promised;
        boolean isLong = promised >= 0 && received > promised;
        if (isShort || isLong) {
            throw new EOFException("%d bytes of %d".formatted(received, promised));
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(count, 1024)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    // The connection first: closing the stream alone would let it run dry.
    @Override
    public void close() throws IOException {
        connection.disconnect();
        super.close();
    }
}
