package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

/** Whether a folder can be written; a missing folder is not created. */
public final class FolderProbe {
    private FolderProbe() {}

    public static DoctorReport write(Path folder, Part part, String name, String variable) {
        Path existing = folder;
        while (existing != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            return red(part, name, variable, existing + " is no folder");
        }
        SiteFile probe = ProbeObject.next();
        try {
            Path file = existing.resolve(probe.path());
            try {
                Files.write(file, probe.bytes());
            } finally {
                Files.deleteIfExists(file);
            }
            return part.green(
                    name,
                    existing.equals(folder) ? "can be written" : "will be made by the first run: %s".formatted(folder));
        } catch (IOException e) {
            return red(part, name, variable, "%s cannot be written: %s".formatted(existing, AtomicFile.reason(e)));
        }
    }

    private static DoctorReport red(Part part, String name, String variable, String seen) {
        return part.red(
                name,
                seen,
                "Name a folder in %s that the account of this program may write to, or grant it that."
                        .formatted(variable));
    }
}
