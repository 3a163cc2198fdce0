package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

import com.elytracloud.status.assess.BackupTally.Counted;
import com.elytracloud.status.domain.ListingMark;
import com.elytracloud.status.domain.SeenBefore;

/**
 * Finds, while a listing passes, where the next one may begin: behind everything that no rule asks for any more, so
 * that all that decides is listed anew with each run. Keeps some hundred places at most, however long the listing is.
 */
final class Cuts {
    /** Half a page: as much again may be added before a look takes a second request. */
    private static final int WINDOW = 500;
    /** Within a day with more objects than that. */
    private static final int EVERY = 100;
    /** In characters; a longer one would weigh on the state. */
    private static final int LONGEST = 64;

    /** What the rules ask for: the newest backup and the seven before it. */
    static final int NEWEST = 8;

    private static final int DAYS = 7;
    private static final Duration ENOUGH_HISTORY = Duration.ofDays(DAYS);
    /** A day more than any rule asks for, so that the place is still behind it when it has to be. */
    private static final Duration OF_NO_INTEREST = Duration.ofDays(DAYS + 1);

    private final int folderLength;
    private final Instant now;
    private final LocalDate today;
    private final Deque<Cut> cuts = new ArrayDeque<>();
    private String previousKey = "";
    private LocalDate previousDay = LocalDate.MIN;
    private boolean sorted = true;
    private int count;
    private Instant newest;
    private Instant oldest;
    private int days;

    /**
     * Begins a listing.
     *
     * @param folder what all keys begin with; places are kept without it
     * @param from where the listing begins
     */
    Cuts(String folder, ListingMark from, Instant now) {
        folderLength = folder.length();
        this.now = now;
        today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        newest = from.before().newest();
        oldest = from.before().oldest();
        from.before().days().forEach(this::addDay);
        if (from.hasPosition()) {
            cuts.add(new Cut(from.startAfter(), count, newest, oldest, days));
            previousKey = folder + from.startAfter();
        }
    }

    /** Takes an object into account, in the order of the listing. */
    void add(String key, Counted counted) {
        // Some servers list in no order at all: there no place is behind another.
        sorted &= Keys.compare(previousKey, key) < 0;
        Cut last = cuts.peekLast();
        if (last == null || isWorthACut(last, counted)) {
            cutBefore(key);
        }
        previousKey = key;
        previousDay = counted.day();
        count++;
        include(counted);
        while (cuts.size() > 1 && count - cuts.peekFirst().index > WINDOW) {
            cuts.removeFirst();
        }
    }

    /** Whether each key came behind the one before. */
    boolean isSorted() {
        return sorted;
    }

    /**
     * The best place for the next listing to begin, if there is one: the last one behind which everything lies that any
     * rule asks for, or, if that is too much to list each time, one that is told what lies before it.
     *
     * @param eighthNewest when the last of the newest valid backups was taken that a rule asks for
     */
    ListingMark mark(ListingMark unplaced, Instant eighthNewest) {
        ListingMark best = unplaced;
        if (!sorted) {
            return best;
        }
        Instant oldestBehind = Instant.MAX;
        int validBehind = 0;
        for (Iterator<Cut> latestFirst = cuts.descendingIterator(); latestFirst.hasNext(); ) {
            Cut cut = latestFirst.next();
            oldestBehind = cut.oldestBehind.isBefore(oldestBehind) ? cut.oldestBehind : oldestBehind;
            validBehind += cut.validBehind;
            if (validBehind < NEWEST || cut.newest.isAfter(eighthNewest) || cut.startAfter.isEmpty()) {
                continue;
            }
            if (!cut.newest.isAfter(now.minus(OF_NO_INTEREST)) && !oldestBehind.isAfter(now.minus(ENOUGH_HISTORY))) {
                return place(unplaced, cut, new SeenBefore(cut.newest, Set.of(), Instant.MAX));
            }
            if (cut.tellsDays()) {
                best = place(unplaced, cut, cut.toBefore(today));
            }
        }
        return best;
    }

    // Never before the first object behind where the listing began: the place would grow longer with each run.
    private boolean isWorthACut(Cut last, Counted counted) {
        return count > last.index && (!counted.day().equals(previousDay) || count - last.index >= EVERY);
    }

    /** How far the listing came, with what lies before; as it is given if there is no place to tell. */
    ListingMark reached(ListingMark unplaced) {
        for (Iterator<Cut> latestFirst = cuts.descendingIterator(); sorted && latestFirst.hasNext(); ) {
            Cut cut = latestFirst.next();
            if (!cut.startAfter.isEmpty() && cut.tellsDays()) {
                return place(unplaced, cut, cut.toBefore(today));
            }
        }
        return unplaced;
    }

    private static ListingMark place(ListingMark unplaced, Cut cut, SeenBefore before) {
        return new ListingMark(unplaced.place(), unplaced.fullAt(), unplaced.checked(), cut.startAfter, before);
    }

    private void cutBefore(String key) {
        String place = Keys.between(previousKey, key);
        boolean usable = place.length() > folderLength
                && place.length() - folderLength <= LONGEST
                && place.chars().allMatch(Cuts::isPlain);
        cuts.add(new Cut(usable ? place.substring(folderLength) : "", count, newest, oldest, days));
    }

    private void include(Counted counted) {
        newest = counted.takenAt().isAfter(newest) ? counted.takenAt() : newest;
        if (counted.valid()) {
            oldest = counted.takenAt().isBefore(oldest) ? counted.takenAt() : oldest;
            addDay(counted.day());
            Cut last = cuts.getLast();
            last.validBehind++;
            last.oldestBehind = counted.takenAt().isBefore(last.oldestBehind) ? counted.takenAt() : last.oldestBehind;
        }
    }

    private void addDay(LocalDate day) {
        long back = ChronoUnit.DAYS.between(day, today);
        days |= back >= 0 && back < DAYS ? 1 << back : 0;
    }

    // What the state would have to escape is rare enough in keys to go without a place.
    private static boolean isPlain(int c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    /** A place, with what lies before it, and the valid backups between it and the next place. */
    private static final class Cut {
        private final String startAfter;
        private final int index;
        private final Instant newest;
        private final Instant oldest;
        private final int days;
        private Instant oldestBehind = Instant.MAX;
        private int validBehind;

        Cut(String startAfter, int index, Instant newest, Instant oldest, int days) {
            this.startAfter = startAfter;
            this.index = index;
            this.newest = wholeSecondsAbove(newest);
            this.oldest = oldest;
            this.days = days;
        }

        boolean tellsDays() {
            return !oldest.equals(Instant.MAX) && !newest.equals(Instant.MIN);
        }

        SeenBefore toBefore(LocalDate today) {
            Set<LocalDate> seen = new HashSet<>();
            for (int back = 0; back < DAYS; back++) {
                if ((days >> back & 1) == 1) {
                    seen.add(today.minusDays(back));
                }
            }
            return new SeenBefore(newest, seen, oldest.truncatedTo(ChronoUnit.HOURS));
        }

        private static Instant wholeSecondsAbove(Instant at) {
            return at.getNano() == 0 || at.equals(Instant.MIN) ? at : Instant.ofEpochSecond(at.getEpochSecond() + 1);
        }
    }
}
