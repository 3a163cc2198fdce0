package com.elytracloud.status.backup;

/**
 * Where the backup job stores its own result: one object, or, with {tenant} in its name, one for each tenant.
 *
 * @param text as the operator writes it; empty if there is none
 */
record ManifestKey(String text) {
    static final ManifestKey NONE = new ManifestKey("");

    private static final String TENANT = "{tenant}";
    private static final String CUSTOMER = "{customer}";

    ManifestKey {
        text = text.replace(CUSTOMER, TENANT);
    }

    boolean isNamed() {
        return !text.isEmpty();
    }

    boolean isPerTenant() {
        return text.contains(TENANT);
    }

    /** The key of a tenant's own one. */
    String of(String tenant) {
        return text.replace(TENANT, tenant);
    }

    /** Whether a key is that of a result, and so of no backup. */
    boolean isOne(String key) {
        if (!isPerTenant()) {
            return isNamed() && text.equals(key);
        }
        String before = text.substring(0, text.indexOf(TENANT));
        String behind = text.substring(text.lastIndexOf(TENANT) + TENANT.length());
        return key.length() > before.length() + behind.length()
                && key.startsWith(before)
                && key.endsWith(behind)
                && of(key.substring(before.length()).split("/", 2)[0]).equals(key);
    }
}
