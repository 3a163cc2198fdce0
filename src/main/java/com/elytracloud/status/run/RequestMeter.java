package com.elytracloud.status.run;

/** Counts the requests that one part has sent since the process started; every bean of this kind is added up. */
public interface RequestMeter {
    /** How many so far. */
    long requests();
}
