package com.elytracloud.status.run;

import java.util.List;

import com.elytracloud.status.contract.SiteFile;

/** Looks for what must not leave in what is about to become public. */
public interface SiteGuard {
    /**
     * Inspects the very bytes that would be published.
     *
     * @param inside words of the inside that the run has seen
     * @return each finding once; empty if the files may go
     */
    List<Finding> inspect(List<SiteFile> files, InsideWords inside);

    /**
     * Lets the files pass or stops the run.
     *
     * @throws LeakException if there is any finding; nothing is cleaned and published
     */
    default void require(List<SiteFile> files, InsideWords inside) {
        List<Finding> findings = inspect(files, inside);
        if (!findings.isEmpty()) {
            throw new LeakException(findings);
        }
    }
}
