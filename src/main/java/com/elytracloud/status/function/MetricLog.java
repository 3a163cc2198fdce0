package com.elytracloud.status.function;

/**
 * Writes metrics where Lambda takes them for lines of the log.
 *
 * <p>Standard output itself and no logger: whatever a logger puts around a line, be it a time or JSON of its own, hides
 * the metrics from CloudWatch.
 */
final class MetricLog {
    @SuppressWarnings("SystemOut") // see above
    void write(MetricLine line) {
        // In one call: another thread's line must not fall into it.
        System.out.print(line + "\n");
        System.out.flush();
    }
}
