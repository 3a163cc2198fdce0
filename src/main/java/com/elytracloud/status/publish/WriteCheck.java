package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
        while (Files.notExists(existing)) {
            existing = existing.getParent();
        }
        String advice = "Name a folder in %s that the account of this program may write to, or grant it that."
                .formatted(variable);
        if (!Files.isDirectory(existing)) {
            return part.fail(name, existing + " is no folder", advice);
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
            return part.fail(name, "%s cannot be written: %s".formatted(existing, AtomicFile.reason(e)), advice);
        }
        return part.ok(
                name,
                existing.equals(folder) ? "can be written" : "will be made by the first run: %s".formatted(folder));
    }

    /**
     * Writes a test object into a bucket.
     *
     * @param need what the access key must be allowed for it
     * @param write writes the object
     * @param checks made while it is there
     */
    public List<DoctorReport> bucket(Bucket bucket, String key, String need, Step write, Step checks) {
        List<DoctorReport> rows = new ArrayList<>();
        try {
            write.run(rows);
            rows.add(part.ok(name, "can be written"));
            checks.run(rows);
        } catch (ObjectStoreException e) {
            boolean isWritten = !rows.isEmpty();
            rows.add(part.fail(
                    isWritten ? "test of the " + name : name,
                    e.failure(),
                    StorageAdvice.on(e.failure(), variable, need)));
            if (!isWritten && !e.mayBeDone()) {
                return rows;
            }
        }
        try {
            bucket.delete(key, Deadline.in(REMOVING));
        } catch (ObjectStoreException e) {
            rows.add(part.fail(
                    "test object of the " + name,
                    "may still be there as %s: %s".formatted(bucket.place(key), e.failure()),
                    "Remove it by hand, and allow the key to delete in %s (s3:DeleteObject).".formatted(variable)));
        }
        return rows;
    }

    /** A part of the test of a bucket; adds its rows. */
    @FunctionalInterface
    public interface Step {
        void run(List<DoctorReport> rows) throws ObjectStoreException;
    }
}
