package com.elytracloud.status.domain;

/**
 * The sentences of our own that a run publishes, in the language of the site.
 *
 * @param disruption title of an automatic incident; also {@code degradation}
 * @param disruptionFound its first update; also {@code degradationFound}
 * @param recovered its last update
 * @param closed the last update of a post that the source no longer shows
 * @param withheld in place of a refused text
 */
public record ProductTexts(
        String disruption,
        String degradation,
        String disruptionFound,
        String degradationFound,
        String recovered,
        String closed,
        String withheld) {}
