package com.elytracloud.status.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.LocalWorld;

import static com.elytracloud.status.faults.Listings.asked;
import static com.elytracloud.status.faults.Listings.error;
import static com.elytracloud.status.faults.Listings.objects;
import static com.elytracloud.status.faults.Listings.page;
import static com.elytracloud.status.faults.Promise.Around.BACKUPS;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

/** The bucket of the backups, broken in every way but hanging. */
final class BackupFaultsIT extends FaultStage {
    private static final String MORE = "<IsTruncated>true</IsTruncated>";
    private static final String TOKEN = "<NextContinuationToken>%s</NextContinuationToken>";
    private static final String NO_DATE = "an invented date";

    @Promise(
            around = BACKUPS,
            when = "the key may not list it (403)",
            published = Published.BACKUPS_UNKNOWN,
            told = {"FORBIDDEN", "answer 403 AccessDenied"},
            never = NO_DATE)
    void forbidden() throws Exception {
        answering(storage -> error(403, "AccessDenied"));
    }

    @Promise(
            around = BACKUPS,
            when = "the bucket does not exist (404)",
            published = Published.BACKUPS_UNKNOWN,
            told = {"NOT_FOUND", "answer 404 NoSuchBucket"},
            never = NO_DATE)
    void missing() throws Exception {
        answering(storage -> error(404, "NoSuchBucket"));
    }

    @Promise(
            around = BACKUPS,
            when = "it reports that our clock is wrong (RequestTimeTooSkewed)",
            published = Published.BACKUPS_UNKNOWN,
            told = {"CLOCK_SKEWED"},
            never = NO_DATE)
    void skewed() throws Exception {
        answering(storage -> error(403, "RequestTimeTooSkewed"));
    }

    @Promise(
            around = BACKUPS,
            when = "it asks for fewer requests (503 SlowDown) and then answers",
            published = Published.OPERATIONAL,
            told = {"series"})
    void slowsUsDown() throws Exception {
        when(world -> {
            for (int time = 0; time < 2; time++) {
                world.storage()
                        .front()
                        .stubFor(asked().inScenario("slow")
                                .whenScenarioStateIs(time == 0 ? "Started" : "again")
                                .willSetStateTo(time == 0 ? "again" : "over")
                                .willReturn(error(503, "SlowDown")));
            }
        });
    }

    @Promise(
            around = BACKUPS,
            when = "each page of its listing names the same next page",
            published = Published.BACKUPS_UNKNOWN,
            told = {"UNREADABLE", "there is more, but not where"},
            never = NO_DATE)
    void repeatsItsToken() throws Exception {
        answering(storage -> page(MORE + TOKEN.formatted("a") + objects(storage, Instant.now())));
    }

    @Promise(
            around = BACKUPS,
            when = "its listing continues without a token for the next page",
            published = Published.BACKUPS_UNKNOWN,
            told = {"UNREADABLE", "there is more, but not where"},
            never = NO_DATE)
    void emptyToken() throws Exception {
        answering(storage -> page(MORE + TOKEN.formatted("") + objects(storage, Instant.now())));
    }

    @Promise(
            around = BACKUPS,
            when = "every backup is dated in the future",
            published = Published.BACKUPS_FAILED,
            told = {"FAILED"},
            never = NO_DATE)
    void fromTheFuture() throws Exception {
        answering(storage -> page(objects(storage, Instant.now().plus(Duration.ofDays(1)))));
    }

    @Promise(
            around = BACKUPS,
            when = "every backup is dated 1970",
            published = Published.BACKUPS_FAILED,
            told = {"FAILED"},
            never = NO_DATE)
    void fromTheBeginning() throws Exception {
        answering(storage -> page(objects(storage, Instant.EPOCH)));
    }

    @Promise(
            around = BACKUPS,
            when = "a time in its listing is invalid",
            published = Published.BACKUPS_UNKNOWN,
            told = {"UNREADABLE", "listing bucket elytra-backups"},
            never = NO_DATE)
    void withoutATime() throws Exception {
        answering(storage -> page(objects(storage, "0000-00-00T00:00:00.000Z")));
    }

    @Promise(
            around = BACKUPS,
            when = "the newest backup of one customer has zero bytes",
            published = Published.BACKUPS_WARNING,
            told = {"WARNING"})
    void oneIsEmpty() throws Exception {
        // In the listing and not stored: the storage dates what it is given itself.
        when(world -> {
            StringBuilder nights = new StringBuilder();
            for (int day = 0; day < 5; day++) {
                Instant at = Instant.now().minus(Duration.ofDays(day));
                nights.append("""
                        <Contents><Key>backups/borealis/db-%s.gz</Key><LastModified>%s</LastModified><Size>%d</Size></Contents>
                        """.formatted(at.toString().substring(0, 10), at, day == 0 ? 0 : 20_000));
            }
            world.storage().front().stubFor(asked().willReturn(page(objects(world.storage(), Instant.now()) + nights)));
        });
    }

    @Promise(
            around = BACKUPS,
            when = "every backup has zero bytes",
            published = Published.BACKUPS_FAILED,
            told = {"FAILED"},
            never = NO_DATE)
    void allAreEmpty() throws Exception {
        afterwards(
                world -> world.storage().keys(LocalWorld.BACKUPS).forEach(key -> world.storage()
                        .put(LocalWorld.BACKUPS, key, new byte[0])),
                BackupFaultsIT::requireNoDate);
    }

    @Promise(
            around = BACKUPS,
            when = "all backups are gone",
            published = Published.BACKUPS_FAILED,
            told = {"FAILED"},
            never = "customers dropped")
    void allAreGone() throws Exception {
        afterwards(world -> world.storage().empty(LocalWorld.BACKUPS), world -> {
            requireNoDate(world);
            assertThat(Memories.text(world.memory())).contains("aurora", "borealis", "cirrus");
        });
    }

    @Promise(
            around = BACKUPS,
            when = "its listing is cut short",
            published = Published.BACKUPS_UNKNOWN,
            told = {"UNREADABLE"},
            never = NO_DATE)
    void cut() throws Exception {
        answering(storage -> {
            String whole = objects(storage, Instant.now());
            return aResponse()
                    .withBody("<ListBucketResult><Name>elytra-backups</Name>" + whole.substring(0, whole.length() / 2));
        });
    }

    @Promise(
            around = BACKUPS,
            when = "a web page responds in its place",
            published = Published.BACKUPS_UNKNOWN,
            told = {"UNREADABLE"},
            never = NO_DATE)
    void html() throws Exception {
        answering(storage -> aResponse().withBody("<html><body>Welcome</body></html>"));
    }

    @Promise(
            around = BACKUPS,
            when = "the response is the empty listing of another bucket",
            published = Published.BACKUPS_UNKNOWN,
            told = {"UNREADABLE", "the response is no listing of it"},
            never = "customers dropped")
    void another() throws Exception {
        answering(storage -> aResponse().withBody("<ListBucketResult><Name>another</Name></ListBucketResult>"));
    }

    private void answering(Function<LocalS3, ResponseDefinitionBuilder> answer) throws Exception {
        afterwards(
                world -> world.storage().front().stubFor(asked().willReturn(answer.apply(world.storage()))),
                BackupFaultsIT::requireNoDate);
    }

    private static void requireNoDate(BrokenWorld world) throws IOException {
        JsonNode backups =
                new ObjectMapper().readTree(world.published().orElseThrow()).path("backups");
        assertThat(backups.path("last_successful_backup").isNull()).isTrue();
        assertThat(backups.path("last_backup_time").isNull()).isTrue();
    }
}
