package com.elytracloud.status.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
record LeakGuard(TextScanner scanner) implements SiteGuard, TextGuard, SecretGuard {
    /** The document's own field names in a pointer: any other text could be the leaked value. */
    private static final Pattern HARMLESS = Pattern.compile("[a-z][a-z0-9_]{0,30}|\\d{1,5}");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaCheck SCHEMAS = new SchemaCheck();

    @Override
    public Verdict check(String text, String place) {
        return new Verdict(place, scanner.brokenBy(text));
    }

    @Override
    public List<CheckResult> inspect(List<SiteFile> files) {
        return Stream.concat(SCHEMAS.check(files), files.stream().flatMap(this::secrets))
                .toList();
    }

    private Stream<CheckResult> secrets(SiteFile file) {
        SecretFinder secrets = scanner.secrets();
        if (secrets.findsInPublic(file.path())) {
            return Stream.of(new CheckResult("secret", "*", ""));
        }
        return secrets.findsInPublic(new String(file.bytes(), StandardCharsets.UTF_8))
                ? Stream.of(new CheckResult("secret", file.path(), ""))
                : Stream.empty();
    }

    @Override
    public List<CheckResult> validate(SiteFile document) {
        List<CheckResult> findings = inspect(List.of(document));
        try {
            Stream<CheckResult> broken = broken(document.path(), "", JSON.readTree(document.bytes()));
            return Stream.concat(findings.stream(), broken).distinct().toList();
        } catch (IOException e) {
            return findings; // the schema check has reported it: it is no JSON
        }
    }

    @Override
    public boolean findsSecretIn(String text) {
        String plain = PlainText.of(text);
        return scanner.secrets().finds(plain) || Rule.isToken(plain);
    }

    private Stream<CheckResult> broken(String file, String pointer, JsonNode node) {
        Stream<CheckResult> own = node.isTextual() ? broken(file, pointer, node.textValue()) : Stream.empty();
        Stream<CheckResult> elements = IntStream.range(0, node.isArray() ? node.size() : 0)
                .boxed()
                .flatMap(i -> broken(file, pointer + "/" + i, node.get(i)));
        Stream<CheckResult> fields = node.properties().stream().flatMap(field -> {
            boolean harmless = HARMLESS.matcher(field.getKey()).matches();
            String below = pointer + "/" + (harmless ? field.getKey() : "*");
            return Stream.concat(
                    harmless ? Stream.empty() : broken(file, below, field.getKey()),
                    broken(file, below, field.getValue()));
        });
        return Stream.of(own, elements, fields).flatMap(each -> each);
    }

    private Stream<CheckResult> broken(String file, String pointer, String text) {
        return check(text, pointer).broken().stream().map(rule -> new CheckResult(rule.id(), file, pointer));
    }
}
