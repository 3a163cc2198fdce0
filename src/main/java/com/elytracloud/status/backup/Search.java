package com.elytracloud.status.backup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.elytracloud.status.backup.BackupStorage.Page;
import com.elytracloud.status.backup.BackupStorage.Query;
import com.elytracloud.status.run.Deadline;

/** Finds out who has backups: from one page if it holds everything, else folder by folder. */
final class Search {
    private final BackupConfig config;
    private final BackupStorage storage;
    private final int mostPages;
    private final Crew crew;

    Search(BackupConfig config, BackupStorage storage, int mostPages, Crew crew) {
        this.config = config;
        this.storage = storage;
        this.mostPages = mostPages;
        this.crew = crew;
    }

    /**
     * Fills the roll.
     *
     * @param tryOnePage whether everything may lie on one page, which then is the only request
     * @throws BackupStorageException if not even the first request was answered
     */
    void fill(Roll roll, boolean tryOnePage, Deadline deadline) throws BackupStorageException {
        if (!config.listed().isEmpty()) {
            config.listed().forEach(roll::addTenant);
        } else if (config.tenants().depth() == 0) {
            roll.addTenant(Tenants.WHOLE_PREFIX);
        } else if (!tryOnePage || !fitsOnePage(roll, deadline)) {
            descend(roll, deadline);
        }
    }

    private boolean fitsOnePage(Roll roll, Deadline deadline) throws BackupStorageException {
        boolean[] whole = {false};
        new Listing(storage, 1).pass(Query.all(config.tenants().prefix()), page -> {
            whole[0] = page.isLast();
            if (page.isLast()) {
                page.objects().forEach(roll::add);
            }
            return false;
        }, deadline);
        return whole[0];
    }

    private void descend(Roll roll, Deadline deadline) throws BackupStorageException {
        List<String> below = Collections.synchronizedList(new ArrayList<>());
        look(config.tenants().prefix(), 1, roll, below, deadline);
        for (int level = 2; level <= config.tenants().depth(); level++) {
            int current = level;
            List<String> next = Collections.synchronizedList(new ArrayList<>());
            crew.work(
                    below.stream()
                            .<Runnable>map(folder -> () -> lookOn(folder, current, roll, next, deadline))
                            .toList(),
                    deadline);
            below = next;
        }
    }

    private void lookOn(String folder, int level, Roll roll, List<String> below, Deadline deadline) {
        try {
            look(folder, level, roll, below, deadline);
        } catch (BackupStorageException e) {
            roll.endEarly(e.failure());
        }
    }

    // The first level throws if it ends before anything was seen; later it is noted as a search without an end.
    private void look(String folder, int level, Roll roll, List<String> below, Deadline deadline)
            throws BackupStorageException {
        boolean[] begun = {false};
        try {
            new Listing(storage, mostPages).pass(Query.folders(folder), page -> {
                begun[0] |= !page.objects().isEmpty() || !page.folders().isEmpty();
                note(page, folder, level, roll, below);
                return true;
            }, deadline);
        } catch (BackupStorageException e) {
            if (!begun[0]) {
                throw e;
            }
            roll.endEarly(e.failure());
        }
    }

    private void note(Page page, String folder, int level, Roll roll, List<String> below) {
        page.objects().forEach(roll::add);
        for (String next : page.folders()) {
            if (level == config.tenants().depth() || config.tenants().isDated(next)) {
                roll.addFolder(next, folder);
            } else {
                below.add(next);
            }
        }
    }
}
