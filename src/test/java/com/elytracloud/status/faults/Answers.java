package com.elytracloud.status.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Answers that a proper server does not give, for a {@link Door}. */
final class Answers {
    private Answers() {}

    /** What is sent after the request. */
    interface Body {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    /** The request is taken, and no answer comes. */
    static Door.Visit never() {
        return visitor -> new CountDownLatch(1).await();
    }

    /** A head of these lines, its first the status line, and a body. */
    static Door.Visit reply(String head, Body body) {
        return visitor -> {
            readHead(visitor);
            OutputStream out = visitor.getOutputStream();
            out.write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            body.write(out);
            out.flush();
        };
    }

    /** The same with a text, whose length is told. */
    static Door.Visit reply(String head, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reply(head + "\nConnection: close\nContent-Length: " + bytes.length, out -> out.write(bytes));
    }

    private static void readHead(Socket visitor) throws IOException {
        BufferedReader head =
                new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
        String line = head.readLine();
        while (line != null && !line.isEmpty()) {
            line = head.readLine();
        }
    }
}
