package com.elytracloud.status.guard;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Distinguishes a version of four parts from an IPv4 address by what stands before it. */
final class Versions {
    private static final int CONTEXT = 80;

    private static final Pattern PRIVATE_RANGE =
            Pattern.compile("(?:10|127|192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01]))\\..*");

    private static final Pattern PRODUCT_BEFORE = Pattern.compile(
            "(?i)(?:(?<![\\p{L}\\p{N}])(?:versions?|versión|versione|ver\\.?|v|release|build|firmware|update|plugin|theme|module|extension|patch|php|wordpress|woocommerce"
                    + "|elementor|yoast(?: seo)?|jetpack|plesk|cpanel|whm|directadmin|ispconfig|webmin|litespeed|openlitespeed|nginx|apache|tomcat|iis|prestashop"
                    + "|shopware|magento|typo3|joomla!?|drupal|contao|nextcloud|owncloud|moodle|mediawiki|roundcube|mysql|mariadb|postgresql|redis|mongodb"
                    + "|elasticsearch|chrome|chromium|edge|firefox|safari|opera|windows|macos|ios|android|openssl|openssh|imunify\\d*|cloudlinux|kernel|driver"
                    + "|java|jdk|python|ruby|node\\.js|docker|proxmox|vmware|esxi|exim|dovecot|postfix|bios|bmc|agent|app|client)"
                    + "(?:[\\s,/]+(?:obsidian|onyx|pro|lts|core|enterprise|cache|update|versions?|versión|release|build|from|to|and|von|auf|und|de|à|a|et|y|[\\d.]*\\d)|\\s*->)*"
                    + "[\\s,/:#-]*(?:v|V)?)$");

    private Versions() {}

    /** Whether four numbers follow a product's name or a word such as "version"; never an address of a private range. */
    static boolean isVersion(String text, MatchResult found) {
        String before = text.substring(Math.max(0, found.start() - CONTEXT), found.start());
        return !PRIVATE_RANGE.matcher(found.group()).matches()
                && PRODUCT_BEFORE.matcher(before).find();
    }
}
