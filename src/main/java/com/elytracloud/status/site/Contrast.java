package com.elytracloud.status.site;

/** Contrast of two colours by WCAG 2.2. */
final class Contrast {
    /** The least for text (1.4.3). */
    static final double TEXT = 4.5;
    /** The light page and the dark surface on which the accent colour is drawn. */
    static final String LIGHT = "#f6f7f9";

    static final String DARK = "#12161d";

    private static final int STEPS = 20;

    private Contrast() {}

    /** From 1 to 21. */
    static double of(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The colour mixed with white until it can be read on the dark page. */
    static String lightened(String colour) {
        int rgb = rgb(colour);
        for (int step = 0; step < STEPS; step++) {
            String mixed = "#%02x%02x%02x".formatted(mixed(rgb >> 16, step), mixed(rgb >> 8, step), mixed(rgb, step));
            if (of(mixed, DARK) >= TEXT) {
                return mixed;
            }
        }
        return "#ffffff";
    }

    private static int mixed(int channel, int step) {
        int value = channel & 0xff;
        return value + (255 - value) * step / STEPS;
    }

    private static double luminance(String colour) {
        int rgb = rgb(colour);
        return 0.2126 * share(rgb >> 16) + 0.7152 * share(rgb >> 8) + 0.0722 * share(rgb);
    }

    private static double share(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int rgb(String colour) {
        return Integer.parseInt(colour.substring(1), 16);
    }
}
