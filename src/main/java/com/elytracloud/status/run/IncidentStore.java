package com.elytracloud.status.run;

import java.util.function.UnaryOperator;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Reading;

/** Keeps privately what operators announced: incidents, maintenances and the override. */
public interface IncidentStore {
    /**
     * Reads everything.
     *
     * @return nothing if nothing was ever announced; failed if it cannot be read
     */
    Reading<Announcements> read(Deadline deadline);

    /**
     * Changes what is kept; the change is applied again if someone else changed it at the same time.
     *
     * @throws PublishException if that was not possible; what was there stays
     */
    Announcements edit(UnaryOperator<Announcements> change, Deadline deadline);
}
