package com.elytracloud.status.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

class SiteAssetUploaderTest {
    private final BoundedExecutor executor = new BoundedExecutor();

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void fourAreSentAtATimeAndToldInTheirOrder() {
        CyclicBarrier four = new CyclicBarrier(4);
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        SiteAssetUploader companions = companions(file -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            four.await(5, TimeUnit.SECONDS);
            under.decrementAndGet();
        });
        List<SiteFile> files = IntStream.range(0, 12)
                .mapToObj(i -> file("f" + i, Caching.BRIEF))
                .toList();

        assertThat(send(companions, files, Duration.ofSeconds(10)))
                .isEqualTo(files.stream().map(SiteFile::path).toList());
        assertThat(most).hasValue(4);
    }

    @Test
    void whatAPageNamesByItsHashIsThereBeforeThePage() {
        ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();
        SiteAssetUploader companions = companions(file -> arrived.add(file.path()));

        send(
                companions,
                List.of(file("index.html", Caching.BRIEF), file("page.a.js", Caching.IMMUTABLE)),
                Duration.ofSeconds(5));

        assertThat(arrived).containsExactly("page.a.js", "index.html");
    }

    @Test
    void oneThatHangsIsAWarningAndTheOthersArrive() {
        CountDownLatch never = new CountDownLatch(1);
        SiteAssetUploader companions = companions(file -> {
            if (file.path().equals("hangs")) {
                never.await();
            }
        });

        List<String> outcome = send(
                companions,
                List.of(file("hangs", Caching.BRIEF), file("badge.svg", Caching.BRIEF)),
                Duration.ofMillis(300));

        assertThat(outcome)
                .containsExactly("badge.svg", "hangs was not sent: TIMED_OUT: no answer within the run's time");
    }

    @Test
    void whatFailsUnforeseenIsNamedByItsKindAndSentAgain() {
        AtomicInteger asked = new AtomicInteger();
        SiteAssetUploader companions = companions(file -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("with a secret");
            }
        });
        List<SiteFile> files = List.of(file("badge.svg", Caching.BRIEF));

        List<String> first = send(companions, files, Duration.ofSeconds(5));
        List<String> second = send(companions, files, Duration.ofSeconds(5));
        send(companions, files, Duration.ofSeconds(5));

        assertThat(first).containsExactly("badge.svg was not sent: INTERNAL_ERROR: IllegalStateException");
        assertThat(second).containsExactly("badge.svg");
        assertThat(asked).hasValue(2);
    }

    private interface Arrival {
        void of(SiteFile file) throws Exception;
    }

    // The paths that were sent, then the warnings.
    private static List<String> send(SiteAssetUploader companions, List<SiteFile> files, Duration limit) {
        List<String> paths = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        companions.send(files, Deadline.in(limit), paths, warnings);
        paths.addAll(warnings);
        return paths;
    }

    private SiteAssetUploader companions(Arrival arrival) {
        return new SiteAssetUploader(
                (file, deadline) -> {
                    try {
                        arrival.of(file);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                executor,
                new ConcurrentHashMap<>());
    }

    private static SiteFile file(String path, Caching caching) {
        return new SiteFile(path, "text/plain", caching, new byte[] {1});
    }
}
