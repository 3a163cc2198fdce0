package com.elytracloud.status.testing.bad.contract;

import com.elytracloud.status.testing.bad.domain.Word;

/** Allowed: the one that may. */
public final class StatusDocuments {
    Word word;
}
