package com.elytracloud.status.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
            case "SUCCESS" -> OPERATIONAL;
            case "WARNING" -> DEGRADED;
            case "MAJOR_OUTAGE", "FAILED" -> OUTAGE;
            case "NONE" -> UNKNOWN;
            default -> valueOf(status.name());
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

    /** The favicon: a dot of its colour as {@code data:} address. */
    public String icon() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
                + "<circle cx='8' cy='8' r='7' fill='#" + colour + "'/></svg>";
        return "data:image/svg+xml,"
                + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
