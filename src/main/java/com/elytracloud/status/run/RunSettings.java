package com.elytracloud.status.run;

import java.time.Duration;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.domain.PublicTexts;

/**
 * The settings of a run.
 *
 * @param staleAfter how long readers may trust what a run published
 */
public record RunSettings(Assessor.Rules rules, PublicTexts texts, Duration staleAfter, Duration deadline) {
    /** How far the clocks of two runs may differ: a storage refuses requests that are further off. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);
}
