package com.elytracloud.status.site;

import java.util.Map;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusSource;

/**
 * {@code badge.svg}: the status in one or two words with the time it was checked. An image cannot expire by itself; its
 * title states this.
 *
 * @param word drawn on the right, in the colour of the status
 * @param labelLength width of the label's text in pixels
 * @param wordLength width of the word's text in pixels
 */
public record StatusBadge(String label, String word, String colour, int labelLength, int wordLength, String title) {
    private static final int PADDING = 7;
    private static final float CHARACTER = 6.4f;

    static byte[] of(SiteIdentity site, StatusDocument status) {
        Messages words = site.language().messages();
        String label = label(status, words);
        String word = word(status.headline(), words);
        StatusBadge badge = new StatusBadge(
                label,
                word,
                StatusStyle.of(status.headline()).colour(),
                length(label),
                length(word),
                (words.text("badgeTitle", word, words.minute(status.updatedAt())) + " "
                                + HeadlineText.source(status, words))
                        .strip());
        return Templates.render("badge.svg", site.language(), Map.of("badge", badge));
    }

    public int labelWidth() {
        return labelLength + 2 * PADDING;
    }

    public int wordWidth() {
        return wordLength + 2 * PADDING;
    }

    public int width() {
        return labelWidth() + wordWidth();
    }

    public int wordX() {
        return labelWidth() + PADDING;
    }

    /** The time of the check, and whether an operator set the status. */
    static String label(StatusDocument status, Messages words) {
        String key = status.statusSource() == StatusSource.OPERATOR ? "badgeLabelSet" : "badgeLabel";
        return words.text(key, words.clock(status.updatedAt()));
    }

    /** The status in one or two words, in lower case where the language allows it. */
    static String word(Headline headline, Messages words) {
        return switch (headline) {
            case PARTIAL_OUTAGE -> words.text("badgePartialOutage");
            case MAJOR_OUTAGE -> words.text("badgeMajorOutage");
            case OPERATIONAL, MAINTENANCE, DEGRADED, UNKNOWN ->
                StatusStyle.of(headline).word(words);
        };
    }

    private static int length(String text) {
        return Math.round(text.length() * CHARACTER);
    }
}
