package com.elytracloud.status.site;

import java.util.Locale;

/** How a status is drawn. */
public enum StatusStyle {
    OPERATIONAL("18794e", 0),
    DEGRADED("9a5700", 10),
    /** Of headlines only. */
    PARTIAL_OUTAGE("c2410c", 20),
    OUTAGE("b42318", 20),
    MAINTENANCE("0b5cad", 30),
    UNKNOWN("5b6575", 16);

    private final String colour;
    private final int cut;

    StatusStyle(String colour, int cut) {
        this.colour = colour;
        this.cut = cut;
    }

    /** The style of a headline, a status, an impact or the status of backups. */
    static StatusStyle of(Enum<?> status) {
        return switch (status.name()) {
            case "OPERATIONAL", "SUCCESS" -> OPERATIONAL;
            case "DEGRADED", "WARNING" -> DEGRADED;
            case "PARTIAL_OUTAGE" -> PARTIAL_OUTAGE;
            case "OUTAGE", "MAJOR_OUTAGE", "FAILED" -> OUTAGE;
            case "MAINTENANCE" -> MAINTENANCE;
            case "UNKNOWN", "NONE" -> UNKNOWN;
            default -> throw new IllegalArgumentException("no style for " + status);
        };
    }

    /** The name in style sheets and icons. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the bar of a day is cut, on a height of 40, so that no status depends on its colour alone. */
    public int cut() {
        return cut;
    }

    /** For pictures, where white text is drawn on it: six hexadecimal digits, the same as on the light page. */
    public String colour() {
        return colour;
    }
}
