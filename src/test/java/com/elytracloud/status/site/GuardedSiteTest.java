package com.elytracloud.status.site;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.guard.GuardStage;
import com.elytracloud.status.run.Finding;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class GuardedSiteTest {
    @Test
    void whateverAddressASiteHasItsOwnIdsAreNoLeak() {
        assertThat(IntStream.range(0, 30).mapToObj(GuardedSiteTest::findings)).allMatch(List::isEmpty);
    }

    private static List<Finding> findings(int port) {
        String address = "http://127.0.0.1:" + (20_000 + port) + "/site/";
        StaticSite site = new StaticSite(new SiteIdentity("Example Status", URI.create(address), null));
        List<SiteFile> files = site.render(Sample.OUTAGE.status(NOW), Sample.OUTAGE.history(NOW));
        return new GuardStage()
                .with("STATUS_PUBLIC_URL", address + "status.json")
                .guard()
                .inspect(files);
    }
}
