package com.elytracloud.status.run;

import java.util.List;

import com.elytracloud.status.contract.SiteFile;

/** Checks the final bytes: a finding there is an error of the program, for refused texts were left out before. */
public interface SiteGuard {
    /**
     * Checks the files against the schema and for configured secrets.
     *
     * @return each finding once; empty if the files may be published
     */
    List<CheckResult> inspect(List<SiteFile> files);

    /** The same for any status document, with every string of it checked by the rules for texts. */
    default List<CheckResult> validate(SiteFile document) {
        return inspect(List.of(document));
    }

    /**
     * Lets the files pass or stops the run.
     *
     * @throws LeakException if there is any finding; nothing is cleaned and published
     */
    default void require(List<SiteFile> files) {
        List<CheckResult> findings = inspect(files);
        if (!findings.isEmpty()) {
            throw new LeakException(findings);
        }
    }
}
