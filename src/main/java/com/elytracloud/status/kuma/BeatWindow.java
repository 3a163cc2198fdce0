package com.elytracloud.status.kuma;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorState;

/** The last beats of a long list, kept as numbers until the list ends; used again for each monitor. */
final class BeatWindow {
    /** Enough for the usual interval and for three beats in a row over five minutes at intervals from 16 s. */
    static final int LENGTH = 20;

    private final long[] epochMillis = new long[LENGTH];
    private final MonitorState[] states = new MonitorState[LENGTH];
    private int count;

    void clear() {
        count = 0;
    }

    void add(long at, MonitorState state) {
        epochMillis[count % LENGTH] = at;
        states[count % LENGTH] = state;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    HeartbeatPage.Beats beats() {
        List<Heartbeat> beats = new ArrayList<>(LENGTH);
        for (int i = Math.max(0, count - LENGTH); i < count; i++) {
            long at = epochMillis[i % LENGTH];
            Instant time = at == BeatTime.UNREADABLE ? Heartbeat.UNDATED : Instant.ofEpochMilli(at);
            beats.add(new Heartbeat(time, states[i % LENGTH]));
        }
        return new HeartbeatPage.Beats(beats);
    }
}
