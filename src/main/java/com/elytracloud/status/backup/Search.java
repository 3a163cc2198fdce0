package com.elytracloud.status.backup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.elytracloud.status.backup.BackupStorage.Page;
import com.elytracloud.status.backup.BackupStorage.Query;
import com.elytracloud.status.domain.BackupObject;
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
        AtomicInteger pages = new AtomicInteger();
        AtomicBoolean whole = new AtomicBoolean();
        Listing.Reader reader = reader(roll::add, page -> {
            whole.set(page.isLast());
            return pages.incrementAndGet() < most;
        });
        new Listing(storage, mostPages).pass(Query.all(config.tenants().prefix()), reader, deadline);
        return whole.get();
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
        AtomicBoolean begun = new AtomicBoolean();
        Consumer<BackupObject> seen = object -> {
            begun.set(true);
            roll.add(object);
        };
        Listing.Reader reader = reader(seen, page -> {
            begun.compareAndSet(false, !page.folders().isEmpty());
            note(page, folder, level, roll, below);
            return true;
        });
        try {
            new Listing(storage, mostPages).pass(Query.folders(folder), reader, deadline);
        } catch (BackupStorageException e) {
            if (!begun.get()) {
                throw e;
            }
            roll.endEarly(e.failure());
        }
    }

    private void note(Page page, String folder, int level, Roll roll, List<String> below) {
        for (String next : page.folders()) {
            if (level == config.tenants().depth() || config.tenants().isDated(next)) {
                roll.addFolder(next, folder);
            } else {
                below.add(next);
            }
        }
    }

    private static Listing.Reader reader(Consumer<BackupObject> seen, Predicate<Page> end) {
        return new Listing.Reader() {
            @Override
            public void see(BackupObject object) {
                seen.accept(object);
            }

            @Override
            public boolean end(Page page) {
                return end.test(page);
            }
        };
    }
}
