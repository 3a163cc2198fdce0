package com.elytracloud.status.publish;

import java.io.IOException;
import java.time.Instant;

import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.run.AlertMemory;
import com.elytracloud.status.run.Deadline;

/** Keeps the books of alerts in the private folder of the state. */
final class FolderAlertMemory implements AlertMemory {
    private final PrivateFolder folder;

    FolderAlertMemory(PrivateFolder folder) {
        this.folder = folder;
    }

    @Override
    public Kept read(Book which, Deadline deadline) {
        String name = AlertBookJson.name(which);
        try {
            return folder.read(name, AlertBookJson.MOST_BYTES)
                    .map(bytes -> AlertBookJson.parse(bytes, folder.file(name).toString()))
                    .orElseGet(() -> new Kept(AlertBook.EMPTY, ""));
        } catch (IOException e) {
            return new Kept(
                    AlertBook.EMPTY, "%s could not be read: %s".formatted(folder.file(name), FileFailures.reason(e)));
        }
    }

    @Override
    public String write(Book which, AlertBook book, Deadline deadline) {
        String name = AlertBookJson.name(which);
        try {
            Instant time = book.newest().updatedAt().isAfter(Instant.EPOCH)
                    ? book.newest().updatedAt()
                    : Instant.EPOCH;
            folder.write(name, AlertBookJson.toBytes(book), time);
            return "";
        } catch (IOException e) {
            return "%s could not be written: %s".formatted(folder.file(name), FileFailures.reason(e));
        }
    }
}
