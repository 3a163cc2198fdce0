package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;
import com.elytracloud.status.run.PublishException;

/** Keeps the notice in the private folder of the state. */
final class FolderNoticeBoard implements NoticeBoard {
    private static final String NAME = "notice.json";

    private final PrivateFolder folder;
    private final Path file;

    FolderNoticeBoard(PrivateFolder folder) {
        this.folder = folder;
        this.file = folder.file(NAME);
    }

    @Override
    public Reading<Notice> read(Deadline deadline) {
        try {
            Optional<byte[]> found = folder.read(NAME, NoticeJson.MOST_BYTES);
            return found.isEmpty() ? new Reading.Nothing<>() : NoticeJson.parse(found.get(), file.toString());
        } catch (IOException e) {
            return new Reading.Failed<>(
                    new Failure(Reason.UNREADABLE, "%s could not be read: %s".formatted(file, FileFailures.reason(e))));
        }
    }

    @Override
    public void post(Notice notice, Deadline deadline) {
        try {
            folder.write(NAME, NoticeJson.toBytes(notice), notice.startedAt());
        } catch (IOException e) {
            throw new PublishException(
                    "the notice was not set: %s could not be written: %s".formatted(file, FileFailures.reason(e)), e);
        }
    }

    @Override
    public void clear(Deadline deadline) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PublishException(
                    "the notice was not cleared: %s could not be removed: %s".formatted(file, FileFailures.reason(e)),
                    e);
        }
    }
}
