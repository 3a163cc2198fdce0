package com.elytracloud.status.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** Behind a door that nobody should get through: counts the requests, whatever they ask. */
final class Questions implements Door.Visit {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public void receive(Socket visitor) throws IOException {
        // Nothing comes, or not even a beginning, where the visitor leaves first.
        if (visitor.getInputStream().read() >= 0) {
            asked.incrementAndGet();
            OutputStream out = visitor.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    void requireNone() {
        assertThat(asked).hasValue(0);
    }
}
