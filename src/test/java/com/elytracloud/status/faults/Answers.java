package com.elytracloud.status.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import com.elytracloud.status.testing.RawServer;

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
            RawServer.readHead(visitor);
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

    /** This for the next visitor, and that for all who follow. */
    static Door.Visit once(Door.Visit first, Door.Visit then) {
        AtomicBoolean came = new AtomicBoolean();
        return visitor -> (came.getAndSet(true) ? then : first).receive(visitor);
    }

    /** The request is taken, and the connection closed without a word. */
    static Door.Visit hangUp() {
        return RawServer::readHead;
    }

    /** Chunks of this text without end, five a second: each read brings something, so only a limit of the whole ends it. */
    static Body trickle(String text) {
        byte[] chunk = "%x\r\n%s\r\n".formatted(text.length(), text).getBytes(StandardCharsets.US_ASCII);
        return out -> {
            while (!new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)) {
                out.write(chunk);
                out.flush();
            }
        };
    }

    /** The same answer, and then no proper end of the connection but a reset. */
    static Door.Visit reset(Door.Visit answer) {
        return visitor -> {
            answer.receive(visitor);
            visitor.setSoLinger(true, 0);
        };
    }

    /** The same behind TLS, with the key and certificate of a file in {@code src/test/resources/tls}. */
    static Door.Visit secured(String file, Door.Visit behind) {
        SSLSocketFactory tls = tls(file);
        return visitor -> {
            SSLSocket secured = (SSLSocket) tls.createSocket(visitor, null, visitor.getPort(), true);
            secured.setUseClientMode(false);
            behind.receive(secured);
        };
    }

    private static SSLSocketFactory tls(String file) {
        char[] password = "changeit".toCharArray();
        try (InputStream in = Answers.class.getResourceAsStream("/tls/" + file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
