package com.elytracloud.status.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server some milliseconds further away: holds each request up, passes everything on as it is, and counts. */
final class SlowProxy implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "slow-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final URI server;
    private final int millis;

    SlowProxy(URI server, int millis) throws IOException {
        this.server = server;
        this.millis = millis;
        threads.execute(this::welcome);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** How many requests there were since this was last asked. */
    int requests() {
        return requests.getAndSet(0);
    }

    /** How many connections were opened since this was last asked. */
    int connections() {
        return connections.getAndSet(0);
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // it was closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket there = new Socket(server.getHost(), server.getPort())) {
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            threads.execute(() -> copy(there, client));
            InputStream in = new BufferedInputStream(client.getInputStream(), BUFFER);
            for (byte[] head = head(in); head.length > 0; head = head(in)) {
                requests.incrementAndGet();
                Thread.sleep(millis);
                there.getOutputStream().write(head);
            }
        } catch (IOException e) {
            // Who hung up will come again.
            Thread.onSpinWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Listing needs GET and HEAD only, which have no body.
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last4 = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            last4 = last4 << 8 | next;
            if (last4 == 0x0d0a0d0a) {
                return head.toByteArray();
            }
        }
        return new byte[0];
    }

    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Either side hung up.
            Thread.onSpinWait();
        }
    }
}
