package com.elytracloud.status.publish;

import java.time.Duration;
import java.util.List;
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

        SiteAssetUploader.Outcome outcome = companions.send(files, 1, Deadline.in(Duration.ofSeconds(10)));

        assertThat(outcome.warnings()).isEmpty();
        assertThat(outcome.paths()).isEqualTo(files.stream().map(SiteFile::path).toList());
        assertThat(most).hasValue(4);
    }

    @Test
    void whatAPageNamesByItsHashIsThereBeforeThePage() {
        ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();
        SiteAssetUploader companions = companions(file -> arrived.add(file.path()));

        companions.send(
                List.of(file("index.html", Caching.BRIEF), file("page.a.js", Caching.IMMUTABLE)),
                1,
                Deadline.in(Duration.ofSeconds(5)));

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

        SiteAssetUploader.Outcome outcome = companions.send(
                List.of(file("hangs", Caching.BRIEF), file("badge.svg", Caching.BRIEF)),
                1,
                Deadline.in(Duration.ofMillis(300)));

        assertThat(outcome.warnings())
                .containsExactly("hangs was not sent: TIMED_OUT: no answer within the run's time");
        assertThat(outcome.paths()).containsExactly("badge.svg");
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

        SiteAssetUploader.Outcome first = companions.send(files, 1, Deadline.in(Duration.ofSeconds(5)));
        SiteAssetUploader.Outcome second = companions.send(files, 2, Deadline.in(Duration.ofSeconds(5)));
        companions.send(files, 3, Deadline.in(Duration.ofSeconds(5)));

        assertThat(first.warnings()).containsExactly("badge.svg was not sent: INTERNAL_ERROR: IllegalStateException");
        assertThat(second.paths()).containsExactly("badge.svg");
        assertThat(asked).hasValue(2);
    }

    private interface Arrival {
        void of(SiteFile file) throws Exception;
    }

    private SiteAssetUploader companions(Arrival arrival) {
        return new SiteAssetUploader(
                (file, seq, deadline) -> {
                    try {
                        arrival.of(file);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                executor);
    }

    private static SiteFile file(String path, Caching caching) {
        return new SiteFile(path, "text/plain", caching, new byte[] {1});
    }
}
