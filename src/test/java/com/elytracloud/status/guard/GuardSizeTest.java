package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.InsideWords;
import com.elytracloud.status.testing.Documents;

import static org.assertj.core.api.Assertions.assertThat;

/** The guard at the size of the design: nothing is found, and what it took is printed. */
@Tag("nightly")
class GuardSizeTest {
    @Test
    void noneOfTenThousandMonitorsIsFoundInAPageOfCommonWords() {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            words.addAll(List.of(
                    "Customer site " + i,
                    "https://shop" + i + ".example.net/health/" + i,
                    "shop" + i + ".example.net"));
        }
        String page = "<p>All systems are operational, customers and sites alike.</p>\n".repeat(320);
        LeakGuard guard = (LeakGuard) new GuardStage()
                .secret("s3cret/Value+with=Signs:and-26chars")
                .insideName("elytra-backups")
                .guard();
        List<SiteFile> files = new ArrayList<>(GuardStage.render(Documents.allWell(), null));
        files.add(
                new SiteFile("index.html", "text/html", SiteFile.Caching.BRIEF, page.getBytes(StandardCharsets.UTF_8)));
        InsideWords inside = new InsideWords(words, Set.of());
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            assertThat(guard.inspect(files, inside)).isEmpty();
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.println("20 KB against 10,000 monitors: " + best / 1_000_000 + " ms");
    }
}
