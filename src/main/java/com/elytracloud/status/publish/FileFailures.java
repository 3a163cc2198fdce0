package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Describes failures of a file system so that an operator can act on them. */
public final class FileFailures {
    private FileFailures() {}

    /** "AccessDenied", "NoSuchFile": the type of the exception, because the message is often only a path. */
    public static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        boolean told = e instanceof FileSystemException f && f.getReason() != null;
        return told ? kind + ", " + ((FileSystemException) e).getReason() : kind;
    }
}
