package com.elytracloud.status.bench;

import java.io.IOException;

/** One way to do the job, started anew for every measurement. */
interface Competitor {
    String name();

    /** Does it once in a fresh process and notes what it took. */
    void measure(Figures figures) throws IOException, InterruptedException;

    /** Does it once, unmeasured, and notes what only a watched process tells. */
    void inspect(Figures figures) throws IOException, InterruptedException;
}
