package com.elytracloud.status.testing.bad.function;

/** May print: the metrics of the functions. */
final class MetricLine {
    void write(String line) {
        System.out.println(line);
    }
}
