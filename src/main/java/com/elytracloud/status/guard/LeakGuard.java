package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.Finding;
import com.elytracloud.status.run.InsideWords;
import com.elytracloud.status.run.SiteGuard;
import com.elytracloud.status.run.SiteRenderer;
import com.elytracloud.status.run.TextGuard;

/** The guard of everything that becomes public: schema first, then each string by itself. */
@Singleton
final class LeakGuard implements SiteGuard, TextGuard {
    /** Words of ours in a pointer: anything else could be what was found. */
    private static final Pattern HARMLESS = Pattern.compile("[a-z][a-z0-9_]{0,30}|\\d{1,5}|line \\d{1,6}");

    private final SchemaCheck schemas = new SchemaCheck();
    private final Canaries canaries;
    private final OwnStrings own;

    LeakGuard(Canaries canaries, SiteRenderer renderer) {
        this.canaries = canaries;
        this.own = new OwnStrings(renderer);
    }

    @Override
    public List<Finding> inspect(List<SiteFile> files, InsideWords inside) {
        Set<Finding> findings = new LinkedHashSet<>(schemas.check(files));
        List<PublicString> strings = new ArrayList<>();
        for (SiteFile file : files) {
            if (Shipped.is(file)) {
                continue;
            }
            try {
                strings.addAll(PublicStrings.of(file));
            } catch (UnreadableFileException e) {
                findings.add(new Finding(e.rule(), file.path(), ""));
            }
        }
        findings.addAll(leaks(strings, inside));
        return List.copyOf(findings);
    }

    @Override
    public Set<String> rulesBrokenBy(String text) {
        return canaries.scan().rulesBrokenBy(text);
    }

    private List<Finding> leaks(List<PublicString> strings, InsideWords inside) {
        List<LeakScan.Hit> hits = canaries.scan().hits(strings, inside).stream()
                .filter(hit -> !isOwn(hit))
                .toList();
        Set<String> leaking = hits.stream().map(hit -> hit.where().text()).collect(Collectors.toSet());
        return hits.stream().map(hit -> finding(hit, leaking)).toList();
    }

    // A secret or an address of ours would be in our own strings only because the site itself was given it; a bucket
    // may be called like the product.
    private boolean isOwn(LeakScan.Hit hit) {
        String text = hit.where().text();
        return switch (hit.rule()) {
            case LeakScan.SECRET, InsideNames.INSIDE_ADDRESS -> false;
            case LeakScan.MONITOR, LeakScan.TENANT, InsideNames.INSIDE_NAME ->
                own.hold(text) || own.holdWithOtherFigures(text);
            default -> own.hold(text);
        };
    }

    private static Finding finding(LeakScan.Hit hit, Set<String> leaking) {
        String pointer = hit.where().pointer().stream()
                .map(segment -> HARMLESS.matcher(segment).matches() && !leaking.contains(segment) ? segment : "*")
                .collect(Collectors.joining("/", "/", ""));
        String file = hit.where().file();
        return new Finding(hit.rule(), leaking.contains(file) ? "*" : file, pointer);
    }
}
