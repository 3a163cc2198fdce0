package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.contract.StatusDocument;

/**
 * {@code index.html} and the script it can do without.
 *
 * <p>The page's policy names the one style by its hash and the script by its origin, and the script is tied to its hash
 * once more; nothing else can run or load, whatever a text holds.
 */
final class StatusPage {
    private final SiteIdentity site;
    private final Template template;
    private final SiteFile script;
    private final String policy;

    StatusPage(SiteIdentity site) {
        this.site = site;
        String style = Resources.text("page.css");
        template = new Template(Resources.text("page.html").replace("@style@", style));
        script = hashed("page.js", "text/javascript; charset=utf-8");
        policy = String.join(
                "; ",
                "default-src 'none'",
                "style-src '%s'".formatted(Digests.sha384(style.getBytes(StandardCharsets.UTF_8))),
                "script-src 'self'",
                "connect-src 'self'",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'");
    }

    /** A resource under a name that changes with its content. */
    static SiteFile hashed(String resource, String contentType) {
        String text = Resources.text(resource);
        int dot = resource.lastIndexOf('.');
        String path = resource.substring(0, dot) + "." + Digests.shortId(text) + resource.substring(dot);
        return new SiteFile(path, contentType, Caching.IMMUTABLE, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the page's script lies in. */
    SiteFile script() {
        return script;
    }

    SiteFile page(StatusDocument status, HistoryDocument history) {
        Slots slots = PageSlots.of(site, status, history)
                .set("policy", policy)
                .set("icon", icon(Look.of(status)))
                .set("script", script.path())
                .set("integrity", Digests.sha384(script.bytes()));
        byte[] html = template.render(slots).getBytes(StandardCharsets.UTF_8);
        return new SiteFile("index.html", "text/html; charset=utf-8", Caching.BRIEF, html);
    }

    private static String icon(Look look) {
        return ("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
                        + "<circle cx='8' cy='8' r='7' fill='%23" + look.colour() + "'/></svg>")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }
}
