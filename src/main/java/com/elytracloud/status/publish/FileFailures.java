package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Gives what a file system says the words an operator can act upon. */
public final class FileFailures {
    private FileFailures() {}

    /** "AccessDenied", "NoSuchFile": the kind says what the message, often a bare path, does not. */
    public static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        boolean told = e instanceof FileSystemException f && f.getReason() != null;
        return told ? kind + ", " + ((FileSystemException) e).getReason() : kind;
    }
}
