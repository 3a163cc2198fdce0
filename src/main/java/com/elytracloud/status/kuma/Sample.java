package com.elytracloud.status.kuma;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the Prometheus text format after the name of the metric: {@code {label="value",...} value [timestamp]}.
 *
 * @param labels in their order; those before the first malformed one
 * @param value empty if the line is malformed
 */
record Sample(Map<String, String> labels, String value) {
    /** Reads the line from behind the name of the metric. */
    static Sample parse(String line, int from) {
        return new Scanner(line, from).sample();
    }

    /** A label's value may hold braces, commas and, escaped, quotes, backslashes and line feeds. */
    private static final class Scanner {
        private final String line;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private int position;

        Scanner(String line, int from) {
            this.line = line;
            this.position = from;
        }

        Sample sample() {
            if (!readLabels()) {
                return new Sample(labels, "");
            }
            String value = token();
            token(); // a timestamp; Uptime Kuma writes none
            return new Sample(labels, isAtEnd() ? value : "");
        }

        private boolean readLabels() {
            if (!take('{')) {
                return true;
            }
            while (!take('}')) {
                int from = position;
                while (!isAtEnd() && isNameChar(line.charAt(position))) {
                    position++;
                }
                String name = line.substring(from, position);
                if (name.isEmpty() || !take('=') || !take('"') || !readValue(name) || !(take(',') || isAt('}'))) {
                    return false;
                }
            }
            return true;
        }

        private boolean readValue(String name) {
            StringBuilder value = new StringBuilder();
            while (!isAtEnd() && line.charAt(position) != '"') {
                char next = position + 1 < line.length() ? line.charAt(position + 1) : ' ';
                boolean escape = line.charAt(position) == '\\' && (next == '\\' || next == '"' || next == 'n');
                position += escape ? 1 : 0;
                value.append(escape && next == 'n' ? '\n' : line.charAt(position));
                position++;
            }
            if (isAtEnd()) {
                return false;
            }
            position++;
            labels.put(name, value.toString());
            return true;
        }

        private boolean take(char c) {
            boolean taken = isAt(c);
            position += taken ? 1 : 0;
            return taken;
        }

        private boolean isAt(char c) {
            skipBlanks();
            return !isAtEnd() && line.charAt(position) == c;
        }

        private String token() {
            skipBlanks();
            int from = position;
            while (!isAtEnd() && !isBlank(line.charAt(position))) {
                position++;
            }
            String token = line.substring(from, position);
            skipBlanks();
            return token;
        }

        private void skipBlanks() {
            while (!isAtEnd() && isBlank(line.charAt(position))) {
                position++;
            }
        }

        private boolean isAtEnd() {
            return position == line.length();
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        private static boolean isNameChar(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        }
    }
}
