package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StorageAdvice;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

/**
 * Whether the program can write where it must: writes a test file and always removes it.
 *
 * @param name of the row
 * @param variable the setting that names the bucket or the folder
 */
public record WriteCheck(Part part, String name, String variable) {
    /** A separate limit: the test object must be removed even if everything else took too long. */
    private static final Duration REMOVING = Duration.ofSeconds(4);

    /** A test file to be sent as every file of the site is; nothing else uses its name. */
    public static SiteFile testFile() {
        String word = UUID.randomUUID().toString();
        return new SiteFile(
                "doctor-%s.json".formatted(word.substring(0, 8)),
                "application/json; charset=utf-8",
                SiteFile.Caching.BRIEF,
                "{\"doctor\":\"%s\"}\n".formatted(word).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a test file into a folder; a missing folder is not created. */
    public DoctorReport folder(Path folder) {
        Path existing = folder;
        while (existing != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            return red(existing + " is no folder");
        }
        SiteFile test = testFile();
        Path file = existing.resolve(test.path());
        try {
            try {
                Files.write(file, test.bytes());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return red("%s cannot be written: %s".formatted(existing, AtomicFile.reason(e)));
        }
        return part.green(
                name,
                existing.equals(folder) ? "can be written" : "will be made by the first run: %s".formatted(folder));
    }

    /**
     * Writes a test object into a bucket.
     *
     * @param need what the access key must be allowed for it
     * @param checks made while it is there
     */
    public List<DoctorReport> bucket(
            Bucket bucket, String key, Write write, String need, Supplier<List<DoctorReport>> checks) {
        List<DoctorReport> rows = new ArrayList<>();
        try {
            write.run();
            rows.add(part.green(name, "can be written"));
            rows.addAll(checks.get());
        } catch (ObjectStoreException e) {
            rows.add(part.red(name, e.failure(), StorageAdvice.on(e.failure(), variable, need)));
            if (!e.mayBeDone()) {
                return rows;
            }
        }
        try {
            bucket.delete(key, Deadline.in(REMOVING));
        } catch (ObjectStoreException e) {
            rows.add(part.red(
                    "test object of the " + name,
                    "may still be there as %s: %s".formatted(bucket.place(key), e.failure()),
                    "Remove it by hand, and allow the key to delete in %s (s3:DeleteObject).".formatted(variable)));
        }
        return rows;
    }

    private DoctorReport red(String seen) {
        return part.red(
                name,
                seen,
                "Name a folder in %s that the account of this program may write to, or grant it that."
                        .formatted(variable));
    }

    /** How the test object is written. */
    @FunctionalInterface
    public interface Write {
        void run() throws ObjectStoreException;
    }
}
