package com.elytracloud.status.cli;

import java.util.Map;

/** A command with options that stand for settings. */
interface OverridesSettings {
    /** Variables by name, only those that were given. */
    Map<String, String> settings();
}
