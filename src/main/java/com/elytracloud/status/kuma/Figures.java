package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers from outside, read so that none of them can cost more than its text. */
final class Figures {
    private static final int LONGEST = 40;
    /** The largest exponent: without it {@code 1e-999999999} is a number, and adding to it exhausts the heap. */
    private static final int FINEST = 60;

    private Figures() {}

    /** A share from 0 to 1; empty for anything else, {@code Nan} included. */
    static Optional<BigDecimal> share(String text) {
        return number(text).filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
    }

    /** A decimal number of ordinary size and precision. */
    static Optional<BigDecimal> number(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(number -> Math.abs((long) number.scale()) <= FINEST);
        } catch (NumberFormatException e) {
            return Optional.empty(); // "Nan", "+Inf" and garbage are no figures
        }
    }
}
