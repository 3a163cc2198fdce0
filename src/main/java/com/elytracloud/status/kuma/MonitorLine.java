package com.elytracloud.status.kuma;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorState;

/** The content of the {@code monitor_status} lines of one monitor. */
record MonitorLine(Monitor monitor, MonitorState state) {
    /**
     * Two lines of one id. Kuma 2.1.0 to 2.2.1 lists a tagged push monitor twice, with and without its tags; if the
     * lines differ, neither is used. The texts of both are kept, so that the guard can detect them.
     */
    MonitorLine and(MonitorLine other) {
        List<String> words = new ArrayList<>(monitor.labels());
        Stream.concat(Stream.of(other.monitor.name(), other.monitor.target()), other.monitor.labels().stream())
                .filter(word -> !word.isEmpty() && !words.contains(word))
                .filter(word -> !word.equals(monitor.name()) && !word.equals(monitor.target()))
                .forEach(words::add);
        return new MonitorLine(
                new Monitor(monitor.id(), monitor.kind(), monitor.type(), monitor.name(), monitor.target(), "", words),
                state == other.state ? state : MonitorState.UNRECOGNISED);
    }
}
