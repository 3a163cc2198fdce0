package com.elytracloud.status.testing;

import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.SitePublisher;

/** A place that remembers what was published, refuses it, or dies; it keeps the newest revision. */
public final class RecordingPublisher implements SitePublisher {
    private final List<List<SiteFile>> sites = new ArrayList<>();
    private final List<Revision> editions = new ArrayList<>();
    private boolean refusing;
    private boolean hidden;

    /** From now on nothing is accepted. */
    public void refuse() {
        refusing = true;
    }

    /** From now on everything is accepted again. */
    public void accept() {
        refusing = false;
    }

    /** The paths of each site that was published, in their order. */
    public synchronized List<List<String>> published() {
        return sites.stream()
                .map(site -> site.stream().map(SiteFile::path).toList())
                .toList();
    }

    /** What stands on the place after each publication, oldest first. */
    public synchronized List<Revision> editions() {
        return List.copyOf(editions);
    }

    @Override
    public synchronized Reading<Long> lastSeq(Deadline deadline) {
        return hidden
                ? new Reading.Failed<>(new Failure(Failure.Reason.TIMED_OUT, "as the test wants"))
                : new Reading.Found<>(newest());
    }

    /** From now on the number of the newest revision cannot be read. */
    public synchronized void hide() {
        hidden = true;
    }

    private long newest() {
        return editions.isEmpty() ? 0 : editions.get(editions.size() - 1).number();
    }

    @Override
    public synchronized Published publish(List<SiteFile> files, Revision revision, Deadline deadline) {
        if (refusing) {
            throw new PublishException("the place refuses as the test wants");
        }
        if (newest() >= revision.number()) {
            return new Published("a test's place", List.of(), List.of(), true);
        }
        sites.add(List.copyOf(files));
        editions.add(revision);
        return new Published(
                "a test's place", files.stream().map(SiteFile::path).toList(), List.of(), false);
    }
}
