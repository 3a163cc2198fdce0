package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.elytracloud.status.domain.BackupPattern;

/**
 * The series and the customer that an object key belongs to.
 *
 * @param patterns of the operator; where none matches, the general rules apply
 */
public record SeriesNames(List<BackupPattern> patterns) {
    /** To be raised when keys get other names: series in the state of an older version are not these any more. */
    public static final int RULES = 2;

    /** Words for a type of backup, a tool or a location, never for a customer. */
    private static final Set<String> KINDS =
            Set.of(("account accounts acronis admin all archive archives automatic auto backup"
                            + " backups bak basebackups borg client clients complete config configs copies copy cpanel cpmove cpbackup ct"
                            + " customer customers daily data database databases datenbank datenbanken db dbs diff"
                            + " differential dump dumps duplicity duplicati etc export exports file files full hanoi home host hosts"
                            + " hourly html htdocs image images inc incr incremental jetbackup kunde kunden kopia kvm logical lxc"
                            + " mail mails mariadb media minutely mongo mongodb monthly new mysql mysqldump nightly offsite old"
                            + " openvz other others pg pgbackrest pgdump pgsql plesk plugin plugins postgres postgresql prod"
                            + " production public qemu rclone redis repo repos repositories repository restic root rsync s3"
                            + " server servers sicherung sicherungen site sites snapshot snapshots sql sqldump stage staging sync system tar"
                            + " tenant tenants themes updraft updraftplus upload uploads user users var veeam velero vhosts vm vms vps"
                            + " vzdump wal web weekly wordpress wp wpcontent www yearly")
                    .split(" ", -1));

    private static final Pattern EXTENSION =
            Pattern.compile("(?i)(\\.(?:7z|aes|age|asc|bak|bz2|difftar|dmp|dump|enc|gpg|gz"
                    + "|img|json|log|lz4|lzo|manifest|notes|part\\d+|pgdump|qcow2|raw|rar|sigtar|sql|sqlite|tar|tibx?|tbz2?|tgz|txt"
                    + "|txz|tzst|vma|vol\\d+|vol#|wpress|xml|xz|z|zip|zst|#))+$");
    private static final Pattern WORD = Pattern.compile("[^-_. ,()\\[\\]]+");

    /**
     * The series and customer of an object.
     *
     * @param path its key without the prefix
     * @param at when it was written: digits that name about that day change
     */
    public SeriesName of(String path, Instant at) {
        return byPattern(path).orElseGet(() -> SeriesName.guessed(new MaskedKey(path, at).text()));
    }

    Optional<SeriesName> byPattern(String path) {
        return patterns.stream()
                .flatMap(pattern -> pattern
                        .match(path)
                        .map(match -> new SeriesName(
                                pattern.describe(match, new MaskedKey(match.series(), Instant.EPOCH).text()),
                                match.customer()))
                        .stream())
                .findFirst();
    }

    /** Whether a name says what is stored rather than whose it is. */
    public static boolean isKind(String segment) {
        return WORD.matcher(segment.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .allMatch(KINDS::contains);
    }

    /** Whether it changes or says what is stored. */
    private static boolean isNoName(String text) {
        return text.contains(KeyGrammar.CHANGING) || isKind(text);
    }

    // The first folder that is a name; or else the file names it, or else the folder of a run.
    private static String customer(String masked) {
        List<String> segments = List.of(masked.split("/", -1));
        int file = segments.size() - 1;
        return Stream.concat(
                        segments.stream().limit(file).filter(folder -> !isNoName(folder)),
                        IntStream.rangeClosed(0, file).mapToObj(i -> stem(segments.get(file - i))))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    // The first words of the name, without its extension, that are neither changing nor words for a kind.
    private static String stem(String file) {
        String name = EXTENSION.matcher(file).replaceFirst("");
        List<MatchResult> words = WORD.matcher(name)
                .results()
                .dropWhile(word -> isNoName(word.group()))
                .takeWhile(word -> !word.group().contains(KeyGrammar.CHANGING))
                .toList();
        int last = words.size() - 1;
        while (last >= 0 && isNoName(words.get(last).group())) {
            last--;
        }
        return last < 0
                ? ""
                : name.substring(words.get(0).start(), words.get(last).end());
    }

    /**
     * What a key belongs to.
     *
     * @param series the key with its changing parts masked
     * @param customer empty if the key names none
     */
    public record SeriesName(String series, String customer) {
        static SeriesName guessed(String masked) {
            return new SeriesName(masked, SeriesNames.customer(masked));
        }

        /** With more of the key masked; a customer that was guessed from the key is guessed again. */
        SeriesName masked(String more) {
            return equals(guessed(series)) ? guessed(more) : new SeriesName(more, customer);
        }
    }
}
