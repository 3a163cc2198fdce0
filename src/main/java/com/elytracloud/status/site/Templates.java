package com.elytracloud.status.site;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;

/**
 * Renders the Qute templates of the site. The build checks them against the types that they declare; the engine is our
 * own, because Quarkus's leaves control characters in and needs a running application.
 */
final class Templates {
    private static final String LANGUAGE = "language";
    private static final HtmlEscaper MARKUP = new HtmlEscaper(List.of());
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addNamespaceResolver(
                    NamespaceResolver.builder("msg").resolve(Templates::message).build())
            .addResultMapper(Templates::escaped)
            // Templates include others by their name alone.
            .addLocator(name -> Optional.of(new Location(name.contains(".") ? name : name + ".html")))
            .strictRendering(true)
            .build();

    private Templates() {}

    /** Renders one template; every value is escaped unless it is a {@link RawString}. */
    static byte[] render(String template, Language language, Map<String, ?> data) {
        TemplateInstance instance = ENGINE.getTemplate(template).instance();
        instance.setAttribute(LANGUAGE, language);
        data.forEach(instance::data);
        return instance.render().getBytes(StandardCharsets.UTF_8);
    }

    // {msg:subscribe} is a text, {msg:noScript(time)} one with a value, {msg:progress(status)} a constant's word.
    private static CompletionStage<Object> message(EvalContext context) {
        Language words = (Language) context.getAttribute(LANGUAGE);
        String key = context.getName();
        if (context.getParams().isEmpty()) {
            return CompletableFuture.completedFuture(words.text(key));
        }
        return context.evaluate(context.getParams().get(0))
                .thenApply(value -> value instanceof Enum<?> word ? words.word(key, word) : words.text(key, value));
    }

    /** A value for elements and quoted attributes of HTML and XML, whatever the template's content type. */
    static String escaped(Object result, Expression expression) {
        return result instanceof RawString
                ? result.toString()
                : MARKUP.map(PlainText.of(String.valueOf(result)), expression);
    }

    private record Location(String file) implements TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(Resources.text("/templates/" + file));
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.empty();
        }
    }
}
