package com.elytracloud.status.cli;

/** The exit codes of the commands. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    /** Wrong arguments or settings: nothing was tried. */
    static final int USAGE = 2;
    /** A backup whose format does not show whether it is complete. */
    static final int NOT_CHECKED = 3;

    private ExitCode() {}
}
