package com.elytracloud.status.testing.bad.contract;

import com.elytracloud.status.testing.bad.domain.Word;

/** A published record with a word from inside. */
public final class SeesTheDomain {
    Word word;
}
