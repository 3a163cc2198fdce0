package com.elytracloud.status.testing.bad.function;

import com.elytracloud.status.testing.bad.backup.Listing;

/** Allowed. */
public final class PutsTogether {
    Listing listing;
}
