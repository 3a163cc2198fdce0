package com.elytracloud.status.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that breaks the rules in ways a proper one cannot. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Script script;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    /** What the server sends after a request; when it returns, the connection is closed. */
    public interface Script {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    /** Starts on a free port of loopback. */
    public RawServer(Script script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that answers each request with this text and hangs up. */
    public static RawServer saying(String text) {
        return new RawServer(out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Its base URL. */
    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** How many requests came so far. */
    public int requests() {
        return requests.get();
    }

    /** Whether the client closed the connection in the middle of the answer. */
    public boolean wasHungUp() throws InterruptedException {
        return hungUp.await(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                requests.incrementAndGet();
                readHead(client);
                script.answer(client.getOutputStream());
                client.getOutputStream().flush();
            } catch (IOException e) {
                hungUp.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Takes a request up to its body. */
    public static void readHead(Socket client) throws IOException {
        BufferedReader head =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String line = head.readLine();
        while (line != null && !line.isEmpty()) {
            line = head.readLine();
        }
    }
}
