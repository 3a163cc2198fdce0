package com.elytracloud.status.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ListingMarkTest {
    private static final Instant FULL = Instant.parse("2028-02-29T02:00:00Z");

    @ParameterizedTest(name = "{0} takes {1} bytes and the time")
    @CsvSource({
        "a, 1",
        "\u007f, 1",
        "\u0080, 2",
        "\u07ff, 2",
        "\u0800, 4",
        "acme/2028-02-29, 15",
    })
    void aPositionIsMeasuredAsItIsKept(String startAfter, int bytes) {
        assertThat(mark(startAfter, new SeenBefore(FULL, Set.of(), Instant.MAX)).length())
                .isEqualTo(bytes + 8);
        assertThat(mark(startAfter, new SeenBefore(FULL, Set.of(LocalDate.EPOCH), FULL))
                        .length())
                .as("with days")
                .isEqualTo(bytes + 16);
    }

    @Test
    void noPositionTakesNothing() {
        assertThat(mark("", SeenBefore.NOTHING).length()).isZero();
        assertThat(mark("a", SeenBefore.NOTHING).withoutPosition().length()).isZero();
    }

    @Test
    void aMarkOfAnotherPlaceIsTheSameOtherwise() {
        ListingMark mark = mark("a", SeenBefore.NOTHING);

        assertThat(mark.at("elsewhere"))
                .isEqualTo(new ListingMark("elsewhere", FULL, "checked", "a", SeenBefore.NOTHING));
    }

    private static ListingMark mark(String startAfter, SeenBefore before) {
        return new ListingMark("here", FULL, "checked", startAfter, before);
    }
}
