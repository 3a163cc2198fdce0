package com.elytracloud.status.demo;

import java.io.IOException;

import com.elytracloud.status.testing.KumaReplay;

/** One chapter of the story that the demo tells. */
enum Chapter {
    ALL_WELL("All is well") {
        @Override
        void happen(KumaReplay kuma) {
            kuma.recover();
        }
    },
    ONE_DOWN("One of seven monitors is down") {
        @Override
        void happen(KumaReplay kuma) {
            kuma.down(4);
        }
    },
    OUTAGE("Most monitors are down") {
        @Override
        int runs() {
            return 2;
        }

        @Override
        void happen(KumaReplay kuma) {
            kuma.down(1, 3, 4, 6, 13);
        }
    },
    UNREACHABLE("Uptime Kuma does not answer") {
        @Override
        void happen(KumaReplay kuma) {
            kuma.goAway();
        }
    },
    RECOVERY("Uptime Kuma is back, and everything is up") {
        @Override
        int runs() {
            return 2;
        }

        @Override
        void happen(KumaReplay kuma) throws IOException {
            kuma.recover();
            kuma.comeBack();
        }
    };

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** An outage and its end are told when a second run confirms them. */
    int runs() {
        return 1;
    }

    abstract void happen(KumaReplay kuma) throws IOException;
}
