package com.elytracloud.status.backup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import com.elytracloud.status.backup.BackupStorage.Page;
import com.elytracloud.status.backup.BackupStorage.Query;
import com.elytracloud.status.run.Deadline;

/** Finds out who has backups: from a few pages if they hold everything, else folder by folder. */
final class Search {
    private final BackupConfig config;
    private final BackupStorage storage;
    private final int mostPages;
    private final Crew crew;
    private final Supplier<Roll> rolls;

    /**
     * Nothing is asked yet.
     *
     * @param rolls empty ones
     */
    Search(BackupConfig config, BackupStorage storage, int mostPages, Crew crew, Supplier<Roll> rolls) {
        this.config = config;
        this.storage = storage;
        this.mostPages = mostPages;
        this.crew = crew;
        this.rolls = rolls;
    }

    /**
     * Searches.
     *
     * @param tryPages on how many pages everything may lie: then they are the only requests
     * @throws BackupStorageException if not even the first request was answered
     */
    Roll find(int tryPages, Deadline deadline) throws BackupStorageException {
        Roll roll = rolls.get();
        if (!config.listed().isEmpty()) {
            config.listed().forEach(roll::addTenant);
            return roll;
        }
        if (config.tenants().depth() == 0) {
            roll.addTenant(Tenants.WHOLE_PREFIX);
            return roll;
        }
        if (tryPages > 0 && fits(tryPages, roll, deadline)) {
            return roll;
        }
        Roll byFolder = rolls.get();
        descend(byFolder, deadline);
        return byFolder;
    }

    private boolean fits(int most, Roll roll, Deadline deadline) throws BackupStorageException {
        int[] pages = {0};
        boolean[] whole = {false};
        new Listing(storage, mostPages)
                .pass(
                        Query.all(config.tenants().prefix()),
                        page -> {
                            page.objects().forEach(roll::add);
                            whole[0] = page.isLast();
                            pages[0]++;
                            return pages[0] < most;
                        },
                        deadline);
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
            new Listing(storage, mostPages)
                    .pass(
                            Query.folders(folder),
                            page -> {
                                begun[0] |= !page.objects().isEmpty()
                                        || !page.folders().isEmpty();
                                note(page, folder, level, roll, below);
                                return true;
                            },
                            deadline);
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
