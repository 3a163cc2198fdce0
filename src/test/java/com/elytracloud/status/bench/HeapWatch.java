package com.elytracloud.status.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

/** The peak of what was still in use after a full collection. */
final class HeapWatch {
    private final AtomicLong live = new AtomicLong();

    HeapWatch() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, ignored) -> note((CompositeData) notification.getUserData()), null, null);
        }
    }

    /** Collects again and again: what is then in use is needed. It takes time, so it is a run of its own. */
    void collectAllTheTime() {
        Thread thread = new Thread(() -> {
            while (true) {
                System.gc();
                Thread.onSpinWait();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Of what full collections left. */
    double liveMebibytes() {
        return Math.round(live.get() / 104_857.6) / 10.0;
    }

    private void note(CompositeData data) {
        GarbageCollectionNotificationInfo collection = GarbageCollectionNotificationInfo.from(data);
        if (!collection.getGcAction().contains("major")) {
            return;
        }
        Map<String, MemoryUsage> after = collection.getGcInfo().getMemoryUsageAfterGc();
        long used = after.entrySet().stream()
                .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Tenured|Old).*"))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        live.accumulateAndGet(used, Math::max);
    }
}
