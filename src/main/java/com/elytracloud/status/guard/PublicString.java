package com.elytracloud.status.guard;

import java.util.List;

/**
 * One decoded string of a public file, and where it stands.
 *
 * @param file the path of the file
 * @param pointer the segments of a JSON pointer, or one segment that names a line
 */
record PublicString(String file, List<String> pointer, String text) {
    PublicString {
        pointer = List.copyOf(pointer);
    }
}
