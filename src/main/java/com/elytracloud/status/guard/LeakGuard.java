package com.elytracloud.status.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.CheckResult;
import com.elytracloud.status.run.SecretGuard;
import com.elytracloud.status.run.SiteGuard;
import com.elytracloud.status.run.TextGuard;

/** The guard with the present settings: of texts, of final bytes, and of messages to the operator. */
@Singleton
final class LeakGuard implements SiteGuard, TextGuard, SecretGuard {
    /** The document's own field names in a pointer: any other text could be the leaked value. */
    private static final Pattern HARMLESS = Pattern.compile("[a-z][a-z0-9_]{0,30}|\\d{1,5}");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "secret";

    private final SchemaCheck schemas = new SchemaCheck();
    private final SensitiveValues values;

    LeakGuard(SensitiveValues values) {
        this.values = values;
    }

    @Override
    public Verdict check(String text, String place) {
        return new Verdict(
                place,
                values.scanner().brokenBy(text).stream()
                        .map(rule -> new BrokenRule(rule.id(), rule.reason(), rule.advice()))
                        .toList());
    }

    @Override
    public List<CheckResult> inspect(List<SiteFile> files) {
        List<CheckResult> findings = new ArrayList<>(schemas.check(files));
        SecretFinder secrets = values.secrets();
        for (SiteFile file : files) {
            if (secrets.findsInPublic(file.path())) {
                findings.add(new CheckResult(SECRET, "*", ""));
            } else if (secrets.findsInPublic(new String(file.bytes(), StandardCharsets.UTF_8))) {
                findings.add(new CheckResult(SECRET, file.path(), ""));
            }
        }
        return findings;
    }

    @Override
    public List<CheckResult> validate(SiteFile document) {
        List<CheckResult> findings = new ArrayList<>(inspect(List.of(document)));
        try {
            addBroken(document.path(), "", JSON.readTree(document.bytes()), findings);
        } catch (IOException e) {
            // The schema check has reported it: it is no JSON.
            return findings;
        }
        return findings.stream().distinct().toList();
    }

    @Override
    public boolean findsSecretIn(String text) {
        String plain = PlainText.of(text);
        return values.secrets().finds(plain) || TextScanner.holdsToken(plain);
    }

    private void addBroken(String file, String pointer, JsonNode node, List<CheckResult> findings) {
        if (node.isTextual()) {
            add(file, pointer, node.textValue(), findings);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            addBroken(file, pointer + "/" + i, node.get(i), findings);
        }
        node.properties().forEach(field -> {
            boolean harmless = HARMLESS.matcher(field.getKey()).matches();
            String below = pointer + "/" + (harmless ? field.getKey() : "*");
            if (!harmless) {
                add(file, below, field.getKey(), findings);
            }
            addBroken(file, below, field.getValue(), findings);
        });
    }

    private void add(String file, String pointer, String text, List<CheckResult> findings) {
        check(text, pointer).broken().forEach(rule -> findings.add(new CheckResult(rule.id(), file, pointer)));
    }
}
