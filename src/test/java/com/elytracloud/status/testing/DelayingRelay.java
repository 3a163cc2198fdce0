package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on to a server on this machine, each request after a delay; a request must fit one packet. */
public final class DelayingRelay implements AutoCloseable {
    private final ServerSocket front;
    private final URI server;
    private final Duration delay;
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private DelayingRelay(URI server, Duration delay) throws IOException {
        this.front = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.server = server;
        this.delay = delay;
    }

    /** Starts one. */
    public static DelayingRelay to(String server, Duration delay) throws IOException {
        DelayingRelay relay = new DelayingRelay(URI.create(server), delay);
        relay.threads.execute(relay::accept);
        return relay;
    }

    /** Where clients find it. */
    public String address() {
        return "http://127.0.0.1:" + front.getLocalPort();
    }

    /** How many requests were passed on. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        front.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = front.accept();
                Socket behind = new Socket(server.getHost(), server.getPort());
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                threads.execute(() -> copy(client, behind, true));
                threads.execute(() -> copy(behind, client, false));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void copy(Socket from, Socket to, boolean isRequest) {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (isRequest) {
                    requests.incrementAndGet();
                    Thread.sleep(delay.toMillis());
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side ended the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
