package com.elytracloud.status.testing;

import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.run.AlertSink;
import com.elytracloud.status.run.Deadline;

/** Keeps every message; takes none while it is deaf. */
public final class RecordingAlertSink implements AlertSink {
    private final List<Alert> alerts = new ArrayList<>();
    private int heartbeats;
    private boolean deaf;

    /** From now on nothing is taken. */
    public void goDeaf() {
        deaf = true;
    }

    /** From now on everything is taken again. */
    public void hearAgain() {
        deaf = false;
    }

    /** Kind and type of each message that was taken. */
    public List<String> words() {
        return alerts.stream().map(alert -> alert.kind() + " " + alert.type()).toList();
    }

    /** How often the third party was told. */
    public int heartbeats() {
        return heartbeats;
    }

    @Override
    public List<Delivery> send(Alert alert, Deadline deadline) {
        if (!deaf) {
            alerts.add(alert);
        }
        return List.of(new Delivery("recorded", !deaf, deaf ? "deaf as the test wants" : ""));
    }

    @Override
    public String heartbeat(Deadline deadline) {
        heartbeats++;
        return "";
    }
}
