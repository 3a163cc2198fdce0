package com.elytracloud.status.testing;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;

/** A notice in the memory. */
public final class FakeNoticeBoard implements NoticeBoard {
    private Reading<Notice> notice = new Reading.Nothing<>();

    /** From now on there is one that cannot be used. */
    public void spoil() {
        notice = new Reading.Failed<>(new Failure(Failure.Reason.UNREADABLE, "without expires_at"));
    }

    @Override
    public Reading<Notice> read(Deadline deadline) {
        return notice;
    }

    @Override
    public void post(Notice posted, Deadline deadline) {
        notice = new Reading.Found<>(posted);
    }

    @Override
    public void clear(Deadline deadline) {
        notice = new Reading.Nothing<>();
    }
}
