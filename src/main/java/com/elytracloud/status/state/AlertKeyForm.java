package com.elytracloud.status.state;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;

import com.elytracloud.status.domain.AlertKey;
import com.elytracloud.status.domain.AlertType;

/** The key of an alert as a JSON key: its type in lower case and, after a colon, its subject if it has one. */
final class AlertKeyForm {
    private static final String SEPARATOR = ":";

    private AlertKeyForm() {}

    /** Writes the key. */
    static final class Writer extends StdScalarSerializer<AlertKey> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(AlertKey.class);
        }

        @Override
        public void serialize(AlertKey key, JsonGenerator json, SerializerProvider provider) throws IOException {
            String type = key.trouble().name().toLowerCase(Locale.ROOT);
            json.writeFieldName(key.subject().isEmpty() ? type : type + SEPARATOR + key.subject());
        }
    }

    /** Reads the key. */
    static final class Reader extends KeyDeserializer {
        @Override
        public Object deserializeKey(String text, DeserializationContext context) throws IOException {
            String[] parts = text.split(SEPARATOR, 2);
            try {
                AlertType type = AlertType.valueOf(parts[0].toUpperCase(Locale.ROOT));
                return new AlertKey(type, parts.length > 1 ? parts[1] : "");
            } catch (IllegalArgumentException e) {
                return context.handleWeirdKey(AlertKey.class, text, "not a type of alert");
            }
        }
    }
}
