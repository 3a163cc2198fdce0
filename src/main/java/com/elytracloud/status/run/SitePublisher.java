package com.elytracloud.status.run;

import java.time.Instant;
import java.util.List;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Reading;

/** Publishes the files of the site. */
public interface SitePublisher {
    /** The number of the run that published last, 0 before the first; failed if it cannot be read. Never throws. */
    Reading<Long> lastSeq(Deadline deadline);

    /**
     * Publishes the files in their order and verifies the last one, {@code status.json}; unless a newer revision is there.
     *
     * @return what was done
     * @throws PublishException if the public {@code status.json} was not refreshed; what was there before is untouched
     *     or whole
     */
    Published publish(List<SiteFile> files, Revision revision, Deadline deadline);

    /**
     * Orders publications.
     *
     * @param number greater for a later run
     * @param at the instant of the run, whole seconds
     */
    record Revision(long number, Instant at) {}

    /**
     * The result of publishing.
     *
     * @param place where the site is, for the operator
     * @param sent the paths that were sent; the others were already there
     * @param warnings warnings for the operator
     * @param superseded whether a newer revision was there, and {@code status.json} was therefore left alone
     */
    record Published(String place, List<String> sent, List<String> warnings, boolean superseded) {
        public static final Published NOTHING = new Published("", List.of(), List.of(), false);

        public Published {
            sent = List.copyOf(sent);
            warnings = List.copyOf(warnings);
        }
    }
}
