package com.elytracloud.status.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Many visitors who want the same few files, at an even rate, whether or not they have been answered. */
public final class Crowd {
    private final HttpClient visitors =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Wish> wishes;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<String> disappointments = new ConcurrentLinkedQueue<>();

    /** What a visitor wants, and must be given. */
    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    public record Wish(URI address, byte[] bytes) {}

    /** Visitors who take turns with these wishes. */
    public Crowd(List<Wish> wishes) {
        this.wishes = List.copyOf(wishes);
    }

    /** Sends them, and returns when all have been answered. */
    public Crowd come(int requests, Duration over) {
        long start = System.nanoTime();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            long due = start + over.toNanos() / requests * i;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            all.add(ask(wishes.get(i % wishes.size())));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        return this;
    }

    /** Whoever was not given what they wanted, and what they were given. */
    public List<String> disappointments() {
        return List.copyOf(disappointments);
    }

    /** How long the given share of the visitors waited at most, in milliseconds. */
    public double millis(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }

    private CompletableFuture<Void> ask(Wish wish) {
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(wish.address())
                .timeout(Duration.ofSeconds(30))
                .build();
        return visitors.sendAsync(request, BodyHandlers.ofByteArray())
                // As a browser does where a connection that was kept has just been closed.
                .exceptionallyCompose(failure -> visitors.sendAsync(request, BodyHandlers.ofByteArray()))
                .handle((answer, failure) -> {
                    nanos.add(System.nanoTime() - start);
                    check(wish, answer, failure);
                    return null;
                });
    }

    private void check(Wish wish, HttpResponse<byte[]> answer, Throwable failure) {
        if (failure != null) {
            disappointments.add(wish.address() + ": " + failure);
        } else if (answer.statusCode() != 200 || !Arrays.equals(answer.body(), wish.bytes())) {
            disappointments.add(
                    "%s: %d, %d bytes".formatted(wish.address(), answer.statusCode(), answer.body().length));
        }
    }
}
