package com.elytracloud.status.demo;

import java.io.IOException;

import com.elytracloud.status.testing.Replay;

/** One chapter of the story that the demo tells. */
enum Chapter {
    ALL_WELL("All is well") {
        @Override
        void happen(Replay monitors) {
            monitors.recover();
        }
    },
    ONE_DOWN("One monitor is down") {
        @Override
        void happen(Replay monitors) {
            monitors.failOne();
        }
    },
    OUTAGE("Most monitors are down") {
        @Override
        int runs() {
            return 2;
        }

        @Override
        void happen(Replay monitors) {
            monitors.failMost();
        }
    },
    UNREACHABLE("The monitoring service does not answer") {
        @Override
        void happen(Replay monitors) {
            monitors.goAway();
        }
    },
    RECOVERY("It is back, and everything is up") {
        @Override
        int runs() {
            return 2;
        }

        @Override
        void happen(Replay monitors) throws IOException {
            monitors.recover();
            monitors.comeBack();
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

    abstract void happen(Replay monitors) throws IOException;
}
