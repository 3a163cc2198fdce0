package com.elytracloud.status.testing.bad.domain;

import com.elytracloud.status.testing.bad.assess.Judge;

/** A word that knows its judge; with {@code Judge} a cycle. */
public final class SeesAssess {
    Judge judge;
}
