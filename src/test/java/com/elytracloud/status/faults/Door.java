package com.elytracloud.status.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to a server, on an address that stays the same: open until it is told to be something else. Whatever it is told
 * ends the connections that stand.
 */
final class Door implements AutoCloseable {
    private final int behind;
    private final Visit usual = this::lead;
    private final Set<Socket> standing = ConcurrentHashMap.newKeySet();
    private final Set<Socket> lost = ConcurrentHashMap.newKeySet();
    private final AtomicInteger visits = new AtomicInteger();
    private final ExecutorService hands = Executors.newCachedThreadPool(Door::daemon);
    private final List<Socket> crowd = new ArrayList<>();
    private final Socket claim = new Socket();
    private final int port;
    private ServerSocket entrance;
    private Future<?> reception;
    private volatile Visit visit;

    /** What becomes of a visitor; the connection is closed when it returns. */
    interface Visit {
        void receive(Socket visitor) throws IOException, InterruptedException;
    }

    /** Opens a way to this port of loopback. */
    Door(int behind) {
        this.behind = behind;
        this.visit = usual;
        this.port = claim();
        this.entrance = listen(port, 50);
        this.reception = receive(entrance);
    }

    int port() {
        return port;
    }

    /** How many connections were taken so far. */
    int visits() {
        return visits.get();
    }

    /** From now on what is said on the connections that stand is lost, in both directions; new ones are led as before. */
    void loseWhatStands() {
        lost.addAll(standing);
    }

    /** Leads to the server again. */
    void open() {
        meet(usual);
    }

    /** What an open door does to a visitor. */
    Visit usual() {
        return usual;
    }

    /** Leads to the server, and breaks each connection after so many bytes of what the server says. */
    void cutAfter(int bytes) {
        meet(visitor -> {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                hands.execute(() -> carry(visitor, server));
                visitor.getOutputStream().write(server.getInputStream().readNBytes(bytes));
            }
        });
    }

    /** From now on this becomes of every visitor. */
    synchronized void meet(Visit next) {
        visit = next;
        leave(crowd);
        if (entrance.isClosed() || !crowd.isEmpty()) {
            crowd.clear();
            lock();
            entrance = listen(port, 50);
            reception = receive(entrance);
        }
        leave(standing);
    }

    /** From now on connections are refused. */
    synchronized void shut() {
        lock();
        leave(standing);
    }

    /** From now on nobody answers a visitor, not even that there is nobody: the queue is full, and more are dropped. */
    synchronized void swallow() {
        shut();
        entrance = listen(port, 1);
        try {
            for (int i = 0; i < 8; i++) {
                Socket waiting = new Socket();
                crowd.add(waiting);
                waiting.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            }
        } catch (IOException e) {
            return; // full
        }
        throw new IllegalStateException("the queue of port " + port + " does not get full");
    }

    @Override
    public void close() {
        shut();
        leave(crowd);
        close(claim);
        hands.shutdownNow();
    }

    // A closed socket keeps its port for as long as somebody still waits in it.
    private void lock() {
        close(entrance);
        try {
            reception.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Future<?> receive(ServerSocket at) {
        return hands.submit(() -> {
            while (!at.isClosed()) {
                try {
                    Socket visitor = at.accept();
                    visits.incrementAndGet();
                    standing.add(visitor);
                    hands.execute(() -> attend(visitor));
                } catch (IOException e) {
                    return; // shut
                }
            }
        });
    }

    private void attend(Socket visitor) {
        try (visitor) {
            visit.receive(visitor);
        } catch (IOException e) {
            // the visitor, or the server, has left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            standing.remove(visitor);
        }
    }

    private void lead(Socket visitor) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            standing.add(server);
            hands.execute(() -> carry(visitor, server));
            carry(server, visitor);
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[1 << 14];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!lost.contains(from)) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // one of them has left; the other side ends the connection
        }
    }

    // Bound and not listening: it refuses, and while nobody listens no other program can take the port.
    private int claim() {
        try {
            claim.setReuseAddress(true);
            claim.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return claim.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(int port, int queue) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), queue);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void leave(Iterable<Socket> sockets) {
        sockets.forEach(Door::close);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "door");
        thread.setDaemon(true);
        return thread;
    }
}
