package com.elytracloud.status.publish;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.backup.BackupConfig;
import com.elytracloud.status.backup.S3BackupSource;
import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.AnonymousHttpClient;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.SitePublisher.Published;
import com.elytracloud.status.run.SitePublisher.Revision;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.Moments;
import com.elytracloud.status.testing.Race;
import com.elytracloud.status.testing.S3Server;
import com.elytracloud.status.testing.SiteFiles;
import com.elytracloud.status.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;

/** What site and backups need from a storage, whichever it is. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class StorageContractTest {
    private static final LocalS3 LOCAL = LocalS3.start();
    private static final BoundedExecutor EXECUTOR = new BoundedExecutor();
    private static final int WRITERS = 8;

    private final S3Server server;
    private final String bucketName;
    private final Bucket bucket;

    StorageContractTest(S3Server server) {
        this.server = server;
        this.bucketName = server.newBucket();
        this.bucket = new Bucket(TestStore.of(server.variables()), bucketName, true);
    }

    static List<S3Server> servers() {
        return S3Server.all(LOCAL);
    }

    @AfterAll
    static void stop() {
        LOCAL.close();
    }

    @ParameterizedTest
    @EnumSource
    void visitorsSeeTheSiteAsItWasSent(ConditionalWrites conditions) throws IOException {
        SiteFile page = SiteFiles.page("index.html", "<p>page</p>");
        S3SitePublisher publisher = publisher(conditions);

        publish(publisher, 1, page, SiteFiles.status("1"));
        Published second = publish(publisher, 2, SiteFiles.page("index.html", "<p>new</p>"), SiteFiles.status("2"));

        assertThat(second.superseded()).isFalse();
        assertThat(second.sent()).containsExactly("index.html", "status.json");
        for (String path : List.of("index.html", "status.json")) {
            HttpURLConnection visitor = visit(path);
            assertThat(visitor.getResponseCode()).isEqualTo(200);
            assertThat(visitor.getHeaderField("Cache-Control")).isEqualTo("public, max-age=60, stale-if-error=86400");
            assertThat(visitor.getHeaderField("Content-Encoding")).isNull();
        }
        assertThat(visit("index.html").getContentType()).startsWithIgnoringCase("text/html");
        assertThat(visit("status.json").getContentType()).startsWithIgnoringCase("application/json");
        assertThat(visit("status.json").getHeaderField("x-amz-meta-seq")).isEqualTo("2");
        assertThat(publisher.lastSeq(plenty())).isEqualTo(new Reading.Found<>(2L));
    }

    @ParameterizedTest
    @EnumSource
    void anOlderSiteNeverReplacesANewerOne(ConditionalWrites conditions) throws Exception {
        S3SitePublisher slow = publisher(conditions);
        slow.lastSeq(plenty());
        publish(publisher(conditions), 2, SiteFiles.status("new"));

        Published older = publish(slow, 1, SiteFiles.status("old"));

        assertThat(older.superseded()).isTrue();
        assertThat(bucket.read("status.json", 100, plenty()).orElseThrow().bytes())
                .asString()
                .isEqualTo("new");
    }

    @Test
    void everyPageOfTheBackupsIsSeen() throws Exception {
        // The paging that matters is that of real servers.
        int customers = server.isLocal() ? 20 : 1_010;
        AtomicInteger next = new AtomicInteger();
        Race.of(WRITERS, () -> {
            for (int i = next.getAndIncrement(); i < customers; i = next.getAndIncrement()) {
                bucket.put("backups/client-%04d/2028-02-29.tar".formatted(i), new byte[1], request -> {}, plenty());
            }
            return null;
        });
        Map<String, String> variables = server.variables();
        variables.put("BACKUP_BUCKET", bucketName);
        Variables found = new Variables(variables::get);

        var seen = new S3BackupSource(new BackupConfig(found), TestStore.of(variables), EXECUTOR)
                .read(Moments.NOW, plenty());

        List<String> tenants = seen.fold(
                all -> all.series().stream().map(one -> one.customer()).toList(),
                List::of,
                failure -> List.of(failure.toString()));
        assertThat(tenants)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, customers)
                        .mapToObj("client-%04d"::formatted)
                        .toList());
    }

    private Published publish(S3SitePublisher publisher, long seq, SiteFile... files) {
        return publisher.publish(List.of(files), new Revision(seq, Moments.NOW), plenty());
    }

    private S3SitePublisher publisher(ConditionalWrites conditions) {
        Map<String, String> variables = Map.of("STATUS_BUCKET", bucketName);
        return new S3SitePublisher(
                new PublishConfig(new Variables(variables::get)),
                bucket,
                conditions,
                new PublicSite(new AnonymousHttpClient(TlsConfig.PLATFORM, EXECUTOR), PublicSite.LIMIT),
                EXECUTOR);
    }

    private HttpURLConnection visit(String key) throws IOException {
        return (HttpURLConnection) server.address(bucketName, key).toURL().openConnection();
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(25));
    }
}
