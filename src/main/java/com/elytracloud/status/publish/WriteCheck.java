package com.elytracloud.status.publish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;

/** Whether the program can write where it must: writes a test file and always removes it. */
public record WriteCheck(DoctorReport report, String name, String variable) {
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

    /** Whether a folder can be written to; a missing one is not created. */
    public DoctorReport folder(Path folder) {
        Path existing = folder;
        while (Files.notExists(existing)) {
            existing = existing.getParent();
        }
        boolean isWritable = Files.isDirectory(existing) && Files.isWritable(existing);
        return report.require(
                isWritable,
                name,
                isWritable ? folder + " can be written" : existing + " is no folder that can be written",
                "storage.folder",
                variable);
    }

    /**
     * Writes a test object into a bucket, and removes it.
     *
     * @param need what the access key must be allowed for it
     * @param checks made while it is there
     */
    public DoctorReport bucket(Bucket bucket, String key, String need, Step write, Step checks) {
        try {
            write.run();
            report.ok(name, "can be written");
        } catch (ObjectStoreException e) {
            report.fail(name, e.failure(), "storage.failure", variable, need);
            if (!e.mayBeDone()) {
                return report;
            }
        }
        try {
            checks.run();
        } catch (ObjectStoreException e) {
            report.fail("test of the " + name, e.failure(), "storage.failure", variable, need);
        }
        try {
            bucket.delete(key, Deadline.in(REMOVING));
        } catch (ObjectStoreException e) {
            report.fail(
                    "test object of the " + name,
                    "may still be there as %s: %s".formatted(bucket.place(key), e.failure()),
                    "storage.left",
                    variable);
        }
        return report;
    }

    /** A part of the test of a bucket. */
    @FunctionalInterface
    public interface Step {
        void run() throws ObjectStoreException;
    }
}
