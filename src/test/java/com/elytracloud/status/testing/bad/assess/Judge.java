package com.elytracloud.status.testing.bad.assess;

import com.elytracloud.status.testing.bad.domain.Word;

/** Allowed. */
public final class Judge {
    Word word;
}
