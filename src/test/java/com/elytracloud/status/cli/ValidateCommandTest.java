package com.elytracloud.status.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ValidateCommandTest {
    private static final String URL = "https://status.example.com/status.json";
    private static final int LIMIT = 64 * 1024;

    private Reading<Visit> answer = answered(200, LIMIT);

    @Test
    void aDocumentAtAUrlIsReadUpToItsLimit() throws IOException {
        assertThat(read(URL)).hasSize(LIMIT);
        answer = answered(200, LIMIT + 1);
        assertThatThrownBy(() -> read(URL)).hasMessage("it is larger than 65536 bytes, the limit of a status.json");
    }

    @Test
    void everyOtherStatusIsAnErrorThatNamesIt() {
        answer = answered(302, 0);
        assertThatThrownBy(() -> read(URL)).hasMessage("the server answered 302 instead of 200");
    }

    @Test
    void aFailedRequestIsAnErrorWithItsReason() {
        answer = new Reading.Failed<>(new Failure(Reason.UNREACHABLE, "no connection"));
        assertThatThrownBy(() -> read(URL)).isInstanceOf(IOException.class).hasMessage("no connection");
    }

    @Test
    void aFileHasTheSameLimitAndMayBeMissing(@TempDir Path folder) throws IOException {
        Path large = Files.write(folder.resolve("large.json"), new byte[LIMIT + 1]);
        Path small = Files.write(folder.resolve("small.json"), new byte[3]);

        assertThat(read(small.toString())).hasSize(3);
        assertThatThrownBy(() -> read(large.toString())).hasMessageContaining("larger than 65536 bytes");
        assertThatThrownBy(() -> read(folder.resolve("none.json").toString())).hasMessage("there is no such file");
        assertThatThrownBy(() -> read(small + "/below")).hasMessage("the file cannot be opened");
    }

    @Test
    void whatIsNeitherUrlNorPathIsAnErrorThatDoesNotRepeatIt() {
        assertThatThrownBy(() -> read("https://exa mple/")).hasMessage("this is not a valid URL");
        assertThatThrownBy(() -> read("a\u0000b")).hasMessage("this is neither a URL nor a path");
    }

    private byte[] read(String where) throws IOException {
        AnonymousHttp visitor = (address, headers, deadline) -> {
            assertThat(address).isEqualTo(URI.create(URL));
            return answer;
        };
        return ValidateCommand.read(where, visitor);
    }

    private static Reading<Visit> answered(int status, int length) {
        return new Reading.Found<>(new Visit(status, Map.of(), new byte[length], Instant.MAX));
    }
}
