package com.elytracloud.status.testing.bad.run;

import java.util.Date;

/** The time of day as it was once written. */
public final class MakesADate {
    @SuppressWarnings("JavaUtilDate")
    Date now() {
        return new Date();
    }
}
