package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.publish.StateJson.Parsed;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore;

/** Keeps the state in a private folder, for a site that is published into one. */
final class FolderStateStore implements StateStore {
    static final String STATE = "state.json";
    private static final String LOCK = "state.lock";

    private final PrivateFolder folder;

    FolderStateStore(PrivateFolder folder) {
        this.folder = folder;
    }

    @Override
    public Stored read(Deadline deadline) {
        try {
            Optional<byte[]> found = folder.read(STATE, StateJson.MOST_KEPT_BYTES);
            return found.isEmpty() ? new Stored(Condition.MISSING, RunState.FIRST, "", "") : understand(found.get());
        } catch (IOException e) {
            return new Stored(Condition.UNAVAILABLE, RunState.FIRST, "", because("read", e));
        }
    }

    @Override
    @SuppressWarnings("try") // held, not used
    public Written write(RunState next, Stored basis, Deadline deadline) {
        if (basis.condition() == Condition.NEWER || basis.condition() == Condition.UNAVAILABLE) {
            return new Written(Result.NOT_WRITTEN, folder.file(STATE) + " was left alone");
        }
        try {
            folder.make();
            Optional<FileChannel> lock = FileLocks.take(folder.file(LOCK), deadline);
            if (lock.isEmpty()) {
                return new Written(Result.NOT_WRITTEN, folder.file(LOCK) + " was held by another run for too long");
            }
            try (FileChannel held = lock.get()) {
                return replace(next, basis);
            }
        } catch (IOException e) {
            return new Written(Result.NOT_WRITTEN, because("written", e));
        }
    }

    private Written replace(RunState next, Stored basis) throws IOException {
        String there = folder.read(STATE, StateJson.MOST_KEPT_BYTES)
                .map(FolderStateStore::version)
                .orElse("");
        if (!there.equals(basis.version())) {
            return new Written(Result.SUPERSEDED, "another run wrote " + folder.file(STATE));
        }
        folder.write(STATE, StateJson.toBytes(next), next.writtenAt());
        return new Written(Result.WRITTEN, "");
    }

    private Stored understand(byte[] bytes) throws IOException {
        Parsed parsed = StateJson.parse(bytes);
        String remark = parsed.remark().isEmpty() ? "" : "%s %s".formatted(folder.file(STATE), parsed.remark());
        return parsed.condition() == Condition.CORRUPT
                ? putAside(bytes, remark)
                : new Stored(parsed.condition(), parsed.state(), version(bytes), remark);
    }

    // As in a bucket: what could not be kept aside stays where it is.
    private Stored putAside(byte[] bytes, String remark) throws IOException {
        Instant writtenAt = Files.getLastModifiedTime(folder.file(STATE)).toInstant();
        String aside = S3StateStore.nameAside(writtenAt);
        String place = folder.file(aside).toString();
        try {
            if (bytes.length > StateJson.MOST_KEPT_BYTES) {
                return StateJson.leftAlone(remark, place, StateJson.TOO_LARGE);
            }
            folder.write(aside, bytes, writtenAt);
            return StateJson.keptAside(version(bytes), remark, place);
        } catch (IOException e) {
            return StateJson.leftAlone(remark, place, FileFailures.reason(e));
        }
    }

    private String because(String done, IOException e) {
        return "%s could not be %s: %s".formatted(folder.file(STATE), done, FileFailures.reason(e));
    }

    private static String version(byte[] bytes) {
        return Hashes.sha256(bytes);
    }
}
