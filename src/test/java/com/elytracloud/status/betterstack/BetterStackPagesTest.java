package com.elytracloud.status.betterstack;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;

import static com.elytracloud.status.betterstack.BetterStackStage.detail;
import static com.elytracloud.status.betterstack.BetterStackStage.outcome;
import static com.elytracloud.status.betterstack.BetterStackStage.read;
import static com.elytracloud.status.betterstack.BetterStackStage.reply;
import static com.elytracloud.status.betterstack.FakeBetterStack.json;
import static com.elytracloud.status.betterstack.FakeBetterStack.response;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole list is read, or none of it; faults of the connection are tested in {@code http}. */
class BetterStackPagesTest {
    private final FakeBetterStack service =
            new FakeBetterStack().page(1, reply("monitors-page-1.json")).page(2, reply("monitors-page-2.json"));

    @Test
    void everyPageIsRead() {
        assertThat(outcome(read(service))).isEqualTo("FOUND 9");
        assertThat(service.requests()).containsExactly(1, 2);
    }

    @Test
    void aPageThatFailsFailsTheReading() {
        service.page(2, json(500, "{}"));

        assertThat(outcome(read(service))).isEqualTo("SERVER_ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/api/v2/monitors?page=2, REDIRECTED",
        "http://uptime.betterstack.com/api/v2/monitors?page=2, REDIRECTED",
        "https://uptime.betterstack.com:8443/api/v2/monitors?page=2, REDIRECTED",
        "https://uptime.betterstack.com@evil.example/api/v2/monitors?page=2, REDIRECTED",
        "//evil.example/?page=2, REDIRECTED",
        "/api/v2/monitors?page=2, REDIRECTED",
        "https://uptime.betterstack.com/api/v2/monitors?page=1, UNREADABLE",
        "https://uptime.betterstack.com/api/v2/monitors?page=3, UNREADABLE",
        "https://uptime.betterstack.com/api/v2/monitors?page=22, UNREADABLE",
        "https://uptime.betterstack.com/api/v2/monitors, UNREADABLE",
        "https://uptime.betterstack.com/a b, UNREADABLE"
    })
    void aLinkThatIsNotToTheNextPageIsRefused(String link, String outcome) {
        service.page(
                1, reply("monitors-page-1.json").replaceFirst("\"next\": \"[^\"]*\"", "\"next\": \"" + link + "\""));

        Reading<MonitorFleet> reading = read(service);

        assertThat(outcome(reading)).isEqualTo(outcome);
        assertThat(detail(reading)).doesNotContain("evil");
        assertThat(service.requests()).containsExactly(1);
    }

    @Test
    void aPageThatRepeatsEndsTheReading() {
        service.page(2, reply("monitors-page-1.json"));

        assertThat(outcome(read(service))).isEqualTo("UNREADABLE");
        assertThat(service.requests()).containsExactly(1, 2);
    }

    @Test
    void atMostFortyPagesAreRead() {
        IntStream.rangeClosed(1, 45).forEach(page -> service.page(page, """
                {"data":[{"id":"%d","attributes":{"status":"up"}}],
                 "pagination":{"next":"https://uptime.betterstack.com/api/v2/monitors?page=%d"}}
                """.formatted(page, page + 1)));

        assertThat(outcome(read(service))).isEqualTo("TOO_LARGE");
        assertThat(service.requests()).hasSize(40);
    }

    @ParameterizedTest
    @CsvSource({
        "400, UNREADABLE, 1",
        "401, UNAUTHORIZED, 1",
        "403, FORBIDDEN, 1",
        "404, NOT_FOUND, 1",
        "429, THROTTLED, 3",
        "500, SERVER_ERROR, 3",
        "501, SERVER_ERROR, 1",
        "503, SERVER_ERROR, 3"
    })
    void onlyTransientErrorsAreRetried(int status, String outcome, int requests) {
        service.page(1, json(status, reply("unauthorized.json")));

        assertThat(outcome(read(service))).isEqualTo(outcome);
        assertThat(service.requests()).hasSize(requests);
    }

    @Test
    void anErrorSaysWhatToDoButNeitherTheTokenNorTheBody() {
        service.page(1, json(401, reply("unauthorized.json").replace("Invalid", BetterStackStage.TOKEN)));

        assertThat(detail(read(service))).isEqualTo("answered 401: the token is wrong or revoked");
    }

    @Test
    void anHtmlPageIsNoList() {
        service.page(1, response(200, "text/html; charset=utf-8", "<!DOCTYPE html>"));

        Reading<MonitorFleet> reading = read(service);

        assertThat(outcome(reading)).isEqualTo("UNREADABLE");
        assertThat(detail(reading)).contains("without application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "<html>",
                "{\"data\":[{\"id\":\"25",
                "{\"data\":null,\"pagination\":{\"next\":null}}",
                "{\"data\":{},\"pagination\":{\"next\":null}}",
                "{\"data\":[null],\"pagination\":{\"next\":null}}",
                "{\"data\":[{\"id\":\"1\",\"attributes\":{\"status\":[\"up\"]}}],\"pagination\":{\"next\":null}}",
                "{\"data\":[]}",
                "{\"data\":[],\"pagination\":null}",
                "{\"data\":[],\"pagination\":{}}",
                "{\"data\":[],\"pagination\":{\"next\":null}} {}",
                "{\"errors\":\"something\"}",
                ""
            })
    void aBodyOfAnotherFormFailsTheReading(String body) {
        assertThat(outcome(read(body))).isIn("UNREADABLE", "CUT_SHORT");
    }
}
