package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.RawString;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;

/**
 * The style and the script of the pages and the policy that names both.
 *
 * <p>The policy allows the one style by its hash and the script by its origin, and the script is also bound to its
 * hash; nothing else can run or load, regardless of the texts.
 */
public record PageAssets(RawString css, SiteFile script, String integrity, String policy) {
    static PageAssets of(Brand brand) {
        String css = Resources.text("page.css") + brand.css();
        SiteFile script = hashed("page.js", StaticSite.SCRIPT, Resources.bytes("page.js"));
        String policy = String.join(
                "; ",
                "default-src 'none'",
                "style-src '%s'".formatted(Digests.sha384(css.getBytes(StandardCharsets.UTF_8))),
                "script-src 'self'",
                "connect-src 'self'",
                "img-src 'self' data:",
                "base-uri 'none'",
                "form-action 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'");
        return new PageAssets(new RawString(css), script, Digests.sha384(script.bytes()), policy);
    }

    /** {@code status-card.js}, whose cards speak this language where the host's page names none. */
    static String card(Language language) {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (Language each : Language.values()) {
            texts.put(each.code(), each.all("card."));
        }
        return Resources.text("status-card.js")
                .replace("'@TEXTS@'", new JsonMapper().valueToTree(texts).toString())
                .replace("@LANGUAGE@", language.code());
    }

    /** A file under a name that changes with its content. */
    static SiteFile hashed(String name, String contentType, byte[] bytes) {
        int dot = name.lastIndexOf('.');
        String path = name.substring(0, dot) + "." + Digests.shortId(bytes) + name.substring(dot);
        return new SiteFile(path, contentType, Caching.IMMUTABLE, bytes);
    }
}
