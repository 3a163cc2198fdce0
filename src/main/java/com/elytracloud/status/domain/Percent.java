package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Shares as visitors read them: percent with two decimals, cut and never rounded, so that 99.999 is not 100. */
public final class Percent {
    private Percent() {}

    /** The part of a whole above zero. Cut in whole numbers: dividing first could carry 99.999… to 100. */
    public static BigDecimal cut(BigDecimal part, BigDecimal whole) {
        BigInteger hundredths =
                part.movePointRight(4).divideToIntegralValue(whole).toBigInteger();
        return new BigDecimal(hundredths, 2);
    }
}
