package com.elytracloud.status.testing.bad.domain;

import java.nio.file.Path;

/** More than plain Java. */
public final class ReadsFiles {
    Path path;
}
