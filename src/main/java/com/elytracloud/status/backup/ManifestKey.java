package com.elytracloud.status.backup;

import java.util.regex.Pattern;

/**
 * Where the backup job stores its own result: one object, or, with {customer} in its name, one for each customer.
 *
 * @param text as the operator writes it; empty if there is none
 */
record ManifestKey(String text, Pattern regex) {
    static final ManifestKey NONE = of("");

    private static final String CUSTOMER = "{customer}";

    /** Reads a key; {tenant} is another word for {customer}. */
    static ManifestKey of(String text) {
        String key = text.replace("{tenant}", CUSTOMER);
        // Behind the first place the same name is expected.
        String regex = Pattern.quote(key)
                .replaceFirst("\\{customer}", "\\\\E([^/]+)\\\\Q")
                .replace(CUSTOMER, "\\E\\1\\Q");
        return new ManifestKey(key, Pattern.compile(regex));
    }

    boolean isNamed() {
        return !text.isEmpty();
    }

    String forCustomer(String customer) {
        return text.replace(CUSTOMER, customer);
    }

    /** Whether a key is that of a result, and so of no backup. */
    boolean isOne(String key) {
        return isNamed() && regex.matcher(key).matches();
    }
}
