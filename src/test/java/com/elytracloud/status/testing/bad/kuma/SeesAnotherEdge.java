package com.elytracloud.status.testing.bad.kuma;

import com.elytracloud.status.testing.bad.backup.Listing;

/** Two edges that know each other, be it as an array. */
public final class SeesAnotherEdge {
    Listing[] listings;
}
