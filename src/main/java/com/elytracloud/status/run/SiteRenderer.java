package com.elytracloud.status.run;

import java.util.List;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;

/** Turns the documents into the public files; pure. */
public interface SiteRenderer {
    /** All files of the site, {@code status.json} last: a reader who sees it can fetch the others. */
    List<SiteFile> render(StatusDocument status, HistoryDocument history);
}
