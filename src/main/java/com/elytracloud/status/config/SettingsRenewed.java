package com.elytracloud.status.config;

/** Notifies long-lived beans that the settings were read again and that their values may have changed. */
public record SettingsRenewed() {}
