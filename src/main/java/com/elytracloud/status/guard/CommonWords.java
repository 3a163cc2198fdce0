package com.elytracloud.status.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that sources show and that yet tell nothing of anyone. */
final class CommonWords {
    /** Regions as their providers publish them; INFRASTRUCTURE_REGIONS is there to say them. */
    private static final Pattern REGION = Pattern.compile(
            "(?:nyc|sfo|ams|sgp|lon|fra|tor|blr|syd|atl)[1-9]|(?:us|eu|ap|ca|sa|me|af|il|mx)-[a-z]{4,12}-[1-9]");

    /** Folders of a backup that are no tenant's. */
    private static final Set<String> FOLDERS = Set.of(
            "hourly",
            "daily",
            "nightly",
            "weekly",
            "monthly",
            "backup",
            "backups",
            "site",
            "sites",
            "database",
            "databases",
            "files",
            "uploads",
            "full",
            "incremental",
            "prod",
            "production",
            "staging",
            "mysql",
            "mariadb",
            "postgres",
            "wordpress",
            "clients",
            "customers",
            "tenants",
            "dumps",
            "archive",
            "archives",
            "latest",
            "logs",
            "media");

    private CommonWords() {}

    static boolean tellNothing(String rule, String word) {
        String small = word.strip().toLowerCase(Locale.ROOT);
        return REGION.matcher(small).matches() || (rule.equals(LeakScan.TENANT) && FOLDERS.contains(small));
    }
}
