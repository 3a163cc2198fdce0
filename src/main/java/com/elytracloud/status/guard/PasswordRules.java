package com.elytracloud.status.guard;

import java.util.List;
import java.util.regex.MatchResult;

/** Credentials that are recognizable by the words around them, or by nothing but their randomness. */
final class PasswordRules {
    private static final String ADVICE =
            "Remove the value, and change it if it was ever in a public text. Write about passwords in a whole sentence.";

    private static final String PASSWORD =
            "(?:pass(?:wor[dt]|wd|phrase|code|wörter)?s?|pwd?|pw|kennw(?:ort|örter)|contraseñas?|clave|mots? de passe|mdp|wachtwoord|senha"
                    + "|secret|token|api[-_ ]?key|access[-_ ]?key|secret[-_ ]?key|private[-_ ]?key|license[-_ ]?key|credentials?)";

    /** After a colon, "is" and their like. */
    private static final String CONNECTOR =
            "(?:\\s*(?:[:=]|->|=>|→)+\\s*|\\s+(?:lautet|lauten|is|are|was|ist|sind|war|heißt|est|es)(?:\\s+(?:now|jetzt|nun|neu))?[: ]\\s*)";

    private static final String VALUE = "[\"'„“”«`*_(<\\[]*([^\\s\"'“”»`<>]{3,})";

    private static final String USER = "(?:user(?:name)?|login|benutzer(?:name)?|usuario|utilisateur|uid)";

    static final List<Rule> ALL = List.of(
            rule(
                            "assignment",
                            "a secret given as name=value",
                            "(?i)(?:%s[\\w-]{0,20}|(\\bkey))[\"']?[=][\"']?([^\\s\"'&=]{3,})".formatted(PASSWORD))
                    .where((text, found) -> found.group(1) == null
                            ? Passwords.isAssigned(found.group(2))
                            : Passwords.isStrong(found.group(2)))
                    .refuses("?token=abcdef123", "DB_PASSWORD=hunter2x", "api_key=0000000", "pw=abc", "key=abcdef123")
                    .accepts(
                            "Password: never stored",
                            "token = proof",
                            "secret=none",
                            "password=yourpassword",
                            "?key=menu"),
            rule(
                            "password",
                            "a password in words",
                            "(?i)(?<![\\p{L}])%s(?![\\p{L}])[\"']?%s%s".formatted(PASSWORD, CONNECTOR, VALUE))
                    .where((text, found) -> isPassword(text, found))
                    .refuses(
                            "Password: hunter2",
                            "pw: swordfish",
                            "Passwort lautet Sommer",
                            "Ihr Kennwort ist Sommer2024!",
                            "mot de passe : Soleil2024!",
                            "token: abc123def",
                            "the password is correct-horse7")
                    .accepts(
                            "Please reset your password.",
                            "Neues Passwort: bitte selbst setzen.",
                            "Passwort vergessen? Bitte das Kundenportal nutzen.",
                            "Password: unchanged",
                            "Your password is safe.",
                            "Use password = yourpassword.",
                            "Passwort lautet wie bisher"),
            rule(
                            "pin",
                            "a PIN",
                            "\\b(?i:PIN|PUK|TAN|OTP|CVC|CVV)(?i:[- ]?code)?(?i:\\s*[:=]|\\s+is|\\s+ist|\\s+lautet)?\\s*\\d{4,8}\\b")
                    .refuses("PIN 4711", "Pin: 123456")
                    .accepts("PIN pad", "pinned 2026", "OTP is required"),
            rule(
                            "login",
                            "a user name with a password",
                            ("(?i)(?<![\\p{L}])%1$s\\s*[:=]?\\s*([^\\s,;]+)[\\s,;/]+(?:(?:and|und|mit|with|et|y)\\s+)?%2$s\\s*[:=]?\\s*([^\\s,;]{3,})"
                                            + "|(?<![\\p{L}])(?:%1$s|access|zugang|zugangsdaten|credentials|anmeldung)\\s*:?\\s+([\\p{L}][^\\s/]*)\\s*/\\s*(\\S{4,})")
                                    .formatted(USER, PASSWORD))
                    .where((text, found) -> isLogin(text, found))
                    .refuses("user root password toor", "login admin/admin123", "ftp login: kunde1 / Xy7!kk2")
                    .accepts(
                            "Benutzer ohne Passwort können sich nicht anmelden.",
                            "Login 24/7",
                            "login/logout fails",
                            "User login and password resets are slow.",
                            "Login via SSO/SAML"),
            rule(
                            "authorization-header",
                            "credentials of an HTTP request",
                            "(?i)(?:authorization|x-api-key|x-auth-token|cookie)\\s*[:=]\\s*(?:(?:basic|bearer|token|digest|apikey)\\s+)?([^\\s,;]{3,})")
                    .where((text, found) -> Passwords.isStrong(found.group(1)))
                    .refuses("Authorization: Token abc123def456", "X-Api-Key: a1b2c3d4")
                    .accepts("Authorization: required", "cookie: consent"),
            rule(
                            "credential-id",
                            "a credential in the form of a UUID",
                            "(?i)(?:key|token|secret|atlas|heroku|password|passwort|client[-_ ]id)(?:\\s*[:=]\\s*|\\s+)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                    .refuses("api key 3f5843de-db38-4af3-86bc-e8747e454318")
                    .accepts("Request id 7d44a9d2-12c0-4b8c-9d4f-1a2b3c4d5e6f"),
            // From its beginning only, or else each of its letters would be tried as one.
            rule(
                            "random",
                            "a long random value",
                            "(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_=-]{20,}+|(?<![A-Za-z0-9])[A-Za-z0-9]{20,}+")
                    .where((text, found) -> Randomness.isToken(found.group()))
                    .refuses(
                            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                            "0123456789abcdef0123456789abcdef",
                            "V1StGXR8_Z5jdHi6B-myT4k2",
                            "k3j9x8b2v7n4m1q6w5e0",
                            "AbCdEfGhIjKlMnOpQrStUv")
                    .accepts(
                            "Datenschutzgrundverordnungskonform",
                            "WordPressManagedHosting2026",
                            "2026-11-20T21-50-00Z-report",
                            "DE89370400440532013000"));

    private PasswordRules() {}

    private static Rule rule(String id, String reason, String regex) {
        return Rule.of(id, reason, ADVICE, regex);
    }

    private static boolean isPassword(String text, MatchResult found) {
        String connector = text.substring(found.start(), found.start(1));
        boolean explicit = connector.matches("(?is).*(?:[:=>→]|lautet|heißt).*");
        String value = found.group(1);
        return Passwords.isStrong(value) || (explicit && Passwords.isLoneWord(value, text.substring(found.end())));
    }

    private static boolean isLogin(String text, MatchResult found) {
        if (found.group(4) != null) {
            return Passwords.isStrong(found.group(4));
        }
        String after = text.substring(found.end());
        return Passwords.isName(found.group(1))
                && (Passwords.isStrong(found.group(2)) || Passwords.isLoneWord(found.group(2), after));
    }
}
