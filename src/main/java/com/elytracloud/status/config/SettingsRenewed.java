package com.elytracloud.status.config;

/** Tells those who live as long as the process that the settings were read anew, and what they hold may be another. */
public record SettingsRenewed() {}
