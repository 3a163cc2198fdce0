package com.elytracloud.status.publish;

import java.io.IOException;
import java.time.Instant;

import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.FigureStore;
import com.elytracloud.status.run.SourceFigures;
import com.elytracloud.status.run.SourceFigures.Asked;

/** Keeps a source's figures in the private folder of the state. */
final class FolderFigureStore implements FigureStore {
    private final PrivateFolder folder;

    FolderFigureStore(PrivateFolder folder) {
        this.folder = folder;
    }

    @Override
    public Kept read(Deadline deadline) {
        try {
            return folder.read(FiguresJson.NAME, FiguresJson.MOST_BYTES)
                    .map(bytes -> FiguresJson.parse(
                            bytes, folder.file(FiguresJson.NAME).toString()))
                    .orElse(Kept.NOTHING);
        } catch (IOException e) {
            return new Kept(SourceFigures.NONE, remark("read", e));
        }
    }

    @Override
    public String write(SourceFigures figures, Deadline deadline) {
        try {
            Instant newest = figures.monitors().values().stream()
                    .map(Asked::askedAt)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            folder.write(FiguresJson.NAME, FiguresJson.toBytes(figures), newest);
            return "";
        } catch (IOException e) {
            return remark("written", e);
        }
    }

    private String remark(String verb, IOException e) {
        return "%s could not be %s: %s".formatted(folder.file(FiguresJson.NAME), verb, FileFailures.reason(e));
    }
}
