package com.elytracloud.status.testing;

import java.util.function.UnaryOperator;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;

/** Announcements without a storage. */
public final class FakeIncidentStore implements IncidentStore {
    private Reading<Announcements> announced = new Reading.Nothing<>();

    /** From now on it cannot be read. */
    public void spoil() {
        announced = new Reading.Failed<>(new Failure(Failure.Reason.UNREADABLE, "without an id"));
    }

    /** Changes what is announced. */
    public void edit(UnaryOperator<Announcements> change) {
        edit(change, null);
    }

    @Override
    public Reading<Announcements> read(Deadline deadline) {
        return announced;
    }

    @Override
    public Announcements edit(UnaryOperator<Announcements> change, Deadline deadline) {
        Announcements changed =
                change.apply(announced.fold(found -> found, () -> Announcements.NONE, failure -> Announcements.NONE));
        announced = new Reading.Found<>(changed);
        return changed;
    }
}
