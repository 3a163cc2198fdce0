package com.elytracloud.status.testing.bad.run;

import com.elytracloud.status.testing.bad.backup.Listing;

/** A run that knows one of its sources. */
public final class SeesAnEdge {
    Listing listing;
}
