package com.elytracloud.status.faults;

import java.nio.charset.StandardCharsets;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPattern;

import com.elytracloud.status.testing.LocalWorld;

import static com.elytracloud.status.faults.BrokenWorld.MEMORY;
import static com.elytracloud.status.faults.Listings.error;
import static com.elytracloud.status.faults.Promise.Around.SITE;
import static com.elytracloud.status.faults.Promise.Ends.FAILED;
import static com.elytracloud.status.faults.Promise.Ends.SUPERSEDED;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** The place of the site, and the way to it, broken in every way but hanging. */
final class SiteFaultsIT extends FaultStage {
    private static final String STATUS = "status.json";
    /** With its bucket: another file of the site has the same name. */
    private static final String WHOLE = LocalWorld.SITE + "/" + STATUS;

    private static final String PAGE = "index.html";
    private static final String HALF = "half a file public";

    private byte[] before;

    @Promise(
            around = SITE,
            when = "writing status.json is forbidden (403)",
            published = Published.AS_BEFORE,
            ends = FAILED,
            told = {"status.json was not sent: FORBIDDEN", "answer 403 AccessDenied"},
            never = HALF,
            alsoByCommandLine = true)
    void forbidden() throws Exception {
        answering(put(at(STATUS)), error(403, "AccessDenied"));
    }

    @Promise(
            around = SITE,
            when = "the connection ends during the upload of status.json",
            published = Published.AS_BEFORE,
            ends = FAILED,
            told = {"status.json was not sent: CUT_SHORT"},
            never = HALF)
    void reset() throws Exception {
        answering(put(at(STATUS)), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @Promise(
            around = SITE,
            when = "the bucket refuses public ACLs",
            published = Published.AS_BEFORE,
            ends = FAILED,
            told = {"status.json was not sent", "answer 400 AccessControlListNotSupported"},
            never = "a private file published")
    void refusesTheAcl() throws Exception {
        answering(
                put(anyUrl()).withHeader("x-amz-acl", equalTo("public-read")),
                error(400, "AccessControlListNotSupported"));
    }

    @Promise(
            around = SITE,
            when = "status.json was stored, but the response is lost",
            published = Published.OPERATIONAL,
            told = {"published"},
            never = "taken for another run's file")
    void lostAnswer() throws Exception {
        when(world -> world.storage().loseAnswers(WHOLE));
    }

    @Promise(
            around = SITE,
            when = "status.json is stored with another Content-Type",
            published = Published.OPERATIONAL,
            ends = FAILED,
            told = {"status.json is not what was sent: Content-Type differ(s)"})
    void anotherType() throws Exception {
        storing("text/plain", "public, max-age=60, stale-if-error=86400");
    }

    @Promise(
            around = SITE,
            when = "status.json is stored without its Cache-Control",
            published = Published.OPERATIONAL,
            ends = FAILED,
            told = {"status.json is not what was sent: Cache-Control differ(s)"})
    void withoutCaching() throws Exception {
        storing("application/json; charset=utf-8", "");
    }

    @Promise(
            around = SITE,
            when = "a later run has already published",
            published = Published.DEGRADED,
            ends = SUPERSEDED,
            told = {"has published already"},
            never = "the later run's files replaced",
            alsoByCommandLine = true)
    void newer() throws Exception {
        afterwards(
                world -> {
                    before = degraded(world.published().orElseThrow());
                    world.storage().meanwhile("PUT", MEMORY, () -> world.storage()
                            .putNumbered(LocalWorld.SITE, STATUS, before, 1_000));
                },
                world -> assertThat(world.published()).hasValue(before));
    }

    @Promise(
            around = SITE,
            when = "reading the published revision is forbidden (403)",
            published = Published.OPERATIONAL,
            told = {"nobody knows which run published last: FORBIDDEN"})
    void hidden() throws Exception {
        answering(get(at(STATUS)).withHeader("Authorization", matching(".*")), error(403, "AccessDenied"));
    }

    @Promise(
            around = SITE,
            when = "visitors get 404",
            published = Published.OPERATIONAL,
            ends = FAILED,
            told = {"visitors cannot see", "answer 404", "STATUS_PUBLIC_URL"})
    void notFoundByVisitors() throws Exception {
        answering(visit(), aResponse().withStatus(404));
    }

    @Promise(
            around = SITE,
            when = "visitors get 403",
            published = Published.OPERATIONAL,
            ends = FAILED,
            told = {"visitors cannot see", "answer 403", "ACL public-read"})
    void forbiddenToVisitors() throws Exception {
        answering(visit(), aResponse().withStatus(403));
    }

    @Promise(
            around = SITE,
            when = "visitors get the previous file",
            published = Published.OPERATIONAL,
            told = {"does not show the new file yet"})
    void oldForVisitors() throws Exception {
        // Another one: that of the run a moment before may say the same.
        when(world -> world.storage()
                .front()
                .stubFor(visit().willReturn(
                                aResponse().withBody(degraded(world.published().orElseThrow())))));
    }

    @Promise(
            around = SITE,
            when = "writing the page is forbidden (403), and a website is down",
            published = Published.DEGRADED,
            told = {"index.html was not sent: FORBIDDEN"},
            never = "the page lost")
    void withoutThePage() throws Exception {
        afterwards(
                world -> {
                    // A page that says the same is not sent at all.
                    world.kuma().failOne();
                    before = world.storage().find(LocalWorld.SITE, PAGE).orElseThrow();
                    world.storage().front().stubFor(put(at(PAGE)).willReturn(error(403, "AccessDenied")));
                },
                world -> assertThat(world.storage().find(LocalWorld.SITE, PAGE)).hasValue(before));
    }

    private void answering(MappingBuilder request, ResponseDefinitionBuilder answer) throws Exception {
        when(world -> world.storage().front().stubFor(request.willReturn(answer)));
    }

    private void storing(String contentType, String cacheControl) throws Exception {
        when(world -> world.storage().meanwhile("PUT", WHOLE, () -> world.store(STATUS, contentType, cacheControl)));
    }

    private static MappingBuilder visit() {
        return get(at(STATUS)).withHeader("Authorization", absent());
    }

    private static UrlPattern at(String key) {
        return urlPathEqualTo("/" + LocalWorld.SITE + "/" + key);
    }

    private static byte[] degraded(byte[] status) {
        return Memories.bytes(new String(status, StandardCharsets.UTF_8)
                .replaceFirst("(\"platform_status\":\\s*)\"operational\"", "$1\"degraded\""));
    }
}
