package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.publish.PublishConfig.Target;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.SitePublisher;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes the site into a folder that something else serves, or {@code status.json} alone into one file.
 *
 * @param place the folder, which is created where it is missing, or the file
 */
record FolderSitePublisher(Target target, Path place) implements SitePublisher {
    /** Longer than any run takes: a file from further ahead is not from a faster run but from a wrong clock. */
    private static final Duration LONGEST_LEAD = Duration.ofMinutes(15);

    @Override
    public Reading<Long> lastSeq(Deadline deadline) {
        // A folder keeps times, not numbers.
        return new Reading.Found<>(0L);
    }

    @Override
    @SuppressWarnings("try") // held, not used
    public Published publish(List<SiteFile> files, Revision revision, Deadline deadline) {
        SiteFile status = files.get(files.size() - 1);
        Path statusFile = path(status);
        Path path = statusFile;
        List<String> written = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try (FileChannel lock = lock(deadline, warnings)) {
            boolean superseded = isOvertaken(statusFile, revision, warnings);
            if (!superseded) {
                FileTime time = FileTime.from(revision.at());
                for (SiteFile file : target == Target.FILE ? List.of(status) : files) {
                    path = path(file);
                    if (write(path, file.bytes(), time)) {
                        written.add(file.path());
                    }
                }
                Files.setLastModifiedTime(statusFile, time);
            }
            return new Published(place.toString(), written, warnings, superseded);
        } catch (IOException e) {
            throw new PublishException(
                    "%s=%s: %s could not be written: %s"
                            .formatted(
                                    target == Target.FILE ? PublishConfig.FILE : PublishConfig.FOLDER,
                                    place,
                                    path,
                                    AtomicFile.reason(e)),
                    e);
        }
    }

    private Path path(SiteFile file) {
        return target == Target.FILE ? place : place.resolve(file.path());
    }

    // Without the lock two runs at the same moment could both believe to be the newest; that is better than silence.
    // In the folder for temporary files: a web server would also serve a lock file that is next to the site's files.
    private FileChannel lock(Deadline deadline, List<String> warnings) {
        String name = "elytra-status-%s.lock"
                .formatted(UUID.nameUUIDFromBytes(place.toString().getBytes(UTF_8)));
        Path file = Path.of(System.getProperty("java.io.tmpdir"), name);
        try {
            return AtomicFile.lock(file, deadline);
        } catch (IOException e) {
            warnings.add("%s could not be locked: %s; published without it".formatted(file, AtomicFile.reason(e)));
            return null;
        }
    }

    private static boolean isOvertaken(Path statusFile, Revision revision, List<String> warnings) throws IOException {
        if (!Files.isRegularFile(statusFile)) {
            return false;
        }
        Instant there = Files.getLastModifiedTime(statusFile).toInstant();
        if (there.isAfter(revision.at().plus(LONGEST_LEAD))) {
            warnings.add("%s is from %s: a clock was wrong; it was replaced".formatted(statusFile, there));
            return false;
        }
        boolean overtaken = there.isAfter(revision.at());
        if (overtaken) {
            warnings.add("a later run has published already");
        }
        return overtaken;
    }

    // Whether it was written: a file that is there as it must be is left untouched.
    private static boolean write(Path path, byte[] bytes, FileTime time) throws IOException {
        Files.createDirectories(path.getParent());
        if (Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes)) {
            return false;
        }
        AtomicFile.replace(path, bytes);
        Files.setLastModifiedTime(path, time);
        if (!Arrays.equals(Files.readAllBytes(path), bytes)) {
            throw new FileSystemException(path.toString(), null, "it does not hold what was written");
        }
        return true;
    }
}
