package com.elytracloud.status.run;

import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.Reading;

/** Keeps the operator's notice where every run finds it, and no one else. */
public interface NoticeBoard {
    /**
     * Looks for a notice.
     *
     * @return nothing if there is none; failed if there is one that cannot be read or used
     */
    Reading<Notice> read(Deadline deadline);

    /**
     * Puts a notice in place of what was there.
     *
     * @throws PublishException if that was not possible; what was there stays
     */
    void post(Notice notice, Deadline deadline);

    /**
     * Takes the notice away; does nothing if there is none.
     *
     * @throws PublishException if that was not possible
     */
    void clear(Deadline deadline);
}
