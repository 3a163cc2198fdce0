package com.elytracloud.status.guard;

import java.util.List;

/**
 * What must not leave by its form alone, with examples that {@code LeakRulesTest} holds each rule to.
 *
 * <p>Bare words (ip, secret, bucket, password) are no rules: they would stop "multiple sites" and catch nothing.
 * The texts have been through {@link PlainText} and the configured public address is cut out of them.
 */
final class LeakRules {
    private static final String OCTET = "0{0,2}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String NO_WORD_BEFORE = "(?<![A-Za-z0-9])";

    static final List<LeakRule> ALL = List.of(
            LeakRule.of(
                            "ipv4",
                            "an IPv4 address",
                            "(?<![\\d.]|ubuntu)%1$s(?:\\.%1$s){3}(?!\\d|\\.\\d)|\\bip(?:-%1$s){4}\\b".formatted(OCTET))
                    .signs(".", "ip-")
                    .refuses("at 10.0.12.5:22", "203.0.113.255/24", "ip-10-0-12-5", "127.0.0.1.", "10[.]0[.]0[.]9")
                    .passes(
                            "PHP 8.3.14",
                            "20.11.2026",
                            "21.30",
                            "1.2.3.400",
                            "section 1.2.3.4.5",
                            "2026.11.20.1",
                            "8.0.40-0ubuntu0.24.04.1"),
            LeakRule.of(
                            "ipv6",
                            "an IPv6 address",
                            "(?<![0-9A-Za-z:])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4}|%s(?:\\.%s){3})?(?![0-9A-Za-z:])"
                                    .formatted(OCTET, OCTET))
                    .signs(":")
                    .where(Ipv6::isAddress)
                    .refuses(
                            "[2001:db8::1]:443",
                            "fe80::1%eth0",
                            "::1",
                            "2001:db8:0:0:0:0:0:1",
                            "dead::beef",
                            "fd00::/8")
                    .passes("12:30:45", "23:59:59.999", "std::vector", "a :: b", "12::30", "1:2:3", "T12:30:45Z", "::"),
            LeakRule.of(
                            "email",
                            "an e-mail address",
                            "[\\p{L}\\p{N}._%+'-]{1,64}@(?:(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}\\p{L}[\\p{L}\\p{N}-]{1,62}"
                                    + "|localhost\\b|[a-z][a-z0-9]{0,40}[-0-9][a-z0-9-]{0,40})")
                    .signs("@")
                    .refuses("jane.doe+x@example.com", "root@localhost", "deploy@web-01", "a@b.co.uk")
                    .passes("99.9 % @ night", "@elytracloud on Mastodon", "24/7 @ all sites", "5 sites @ 99.95"),
            LeakRule.of(
                            "url",
                            "an address that is not the configured public one",
                            "(?i)[a-z][a-z0-9+.-]{1,20}://[^\\s/]")
                    .signs("://")
                    .refuses("https://kuma.example.com/metrics", "postgres://u:p@db/x", "s3://bucket/key", "http://x")
                    .passes("https and http", "and/or", "24/7://", "a:// b"),
            LeakRule.of(
                            "host",
                            "a host name",
                            "(?<![\\p{L}\\p{N}_.-])(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?\\.){1,9}"
                                    + "\\p{L}[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}](?![\\p{L}\\p{N}_-])")
                    .signs(".")
                    .where(HostNames::isHost)
                    .withinALine()
                    .refuses(
                            "db1.internal",
                            "kuma.example.com",
                            "nyc3.digitaloceanspaces.com",
                            "web-01.prod.elytra",
                            "a.de")
                    .passes(
                            "e.g. two",
                            "z.B. drei",
                            "status.json",
                            "Node.js",
                            "ASP.NET",
                            "Done.We",
                            "d.h.es",
                            "wp-config.php"),
            LeakRule.of(
                            "host-port",
                            "a host with a port",
                            "(?<![\\p{L}\\p{N}_.-])(?:localhost:\\d{2,5}|[a-z][a-z0-9]{0,30}[-0-9][a-z0-9-]{0,30}:\\d{4,5})(?!\\d)")
                    .signs(":")
                    .refuses("localhost:8080", "db-1:5432", "redis2:6379")
                    .passes("from 10:30", "um 9:15 Uhr", "ratio 16:9", "Tel:0301234"),
            LeakRule.of("arn", "an AWS resource name", "(?i)\\barn:[a-z-]{3,12}:[a-z0-9-]{2,40}:")
                    .signs("arn:")
                    .refuses("arn:aws:s3:::example", "arn:aws-cn:iam::000000000000:role/x")
                    .passes("Arn: a river", "learn: aws"),
            LeakRule.of(
                            "aws-key",
                            "an AWS access key id",
                            NO_WORD_BEFORE + "(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA|ANVA|AIPA|ABIA|ACCA)[A-Z0-9]{16}")
                    .signs("AKIA", "ASIA", "AROA", "AIDA", "AGPA", "ANPA", "ANVA", "AIPA", "ABIA", "ACCA")
                    .refuses("AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE")
                    .passes("AKIA is a prefix", "ASIA PACIFIC"),
            LeakRule.of("spaces-key", "a Spaces access key id", NO_WORD_BEFORE + "DO(?:00|80)[A-Z0-9]{14,}")
                    .signs("DO00", "DO80")
                    .refuses("DO00EXAMPLEEXAMPLE12", "DO801EXAMPLEEXAMPLE1")
                    .passes("DO00", "do 100 sites"),
            LeakRule.of("digitalocean-token", "a DigitalOcean token", "(?i)\\bdo[a-z]_v1_[a-f0-9]{12,}")
                    .signs("_v1_")
                    .refuses("dop_v1_" + "0123456789abcdef".repeat(4), "doo_v1_0123456789abcdef")
                    .passes("do_v1_ready"),
            LeakRule.of("kuma-key", "an Uptime Kuma API key", "(?i)(?<![a-z0-9])uk\\d{1,9}_[a-z0-9_-]{12,}")
                    .signs("_")
                    .refuses("uk1_EXAMPLEexampleEXAMPLEexampleEXAMPLEexamp")
                    .passes("uk1_short", "UK1 region"),
            LeakRule.of(
                            "sendgrid-key",
                            "a SendGrid API key",
                            NO_WORD_BEFORE + "SG\\.[A-Za-z0-9_-]{12,}\\.[A-Za-z0-9_-]{12,}")
                    .signs("SG.")
                    .refuses("SG.EXAMPLEexampleEXAMPLEe.EXAMPLEexampleEXAMPLEexampleEXAMPLEexampleEXA")
                    .passes("St. SG.", "SG.Pro"),
            LeakRule.of(
                            "slack",
                            "a Slack token or web hook",
                            "(?i)(?<![a-z0-9])(?:xox[a-z](?:\\.xox[a-z])?-|xapp-\\d-)[a-z0-9-]{8,}|hooks\\.slack(?:-gov)?\\.com")
                    .signs("xox", "xapp-", "hooks.slack")
                    .refuses("xoxb-000000000000-EXAMPLEexample", "hooks.slack.com/services/T0/B0/x")
                    .passes("Slack alerts", "xoxb"),
            LeakRule.of(
                            "vendor-token",
                            "a token of a known service",
                            NO_WORD_BEFORE
                                    + "(?:gh[opsur]_[A-Za-z0-9]{16,}|github_pat_\\w{16,}|glpat-[\\w-]{12,}|AIza[\\w-]{30,}"
                                    + "|[rs]k_(?:live|test)_[A-Za-z0-9]{10,}|npm_[A-Za-z0-9]{20,}|dckr_pat_[\\w-]{12,})")
                    .signs("_", "glpat-", "AIza")
                    .refuses("ghp_EXAMPLEexampleEXAMPLE", "glpat-EXAMPLE-example", "sk_test_EXAMPLEexample")
                    .passes("GitHub", "npm_config"),
            LeakRule.of("jwt", "a JSON web token", NO_WORD_BEFORE + "eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{2,}")
                    .signs("eyJ")
                    .refuses("eyJhbGciOiJub25lIn0.eyJzdWIiOiJleGFtcGxlIn0.c2ln")
                    .passes("eyJ", "Eyjafjall"),
            LeakRule.of("pem", "a key or certificate", "-{3,}\\s*(?:BEGIN|END) [A-Z0-9 ]{3,40}-{3,}")
                    .signs("---")
                    .refuses("-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----")
                    .passes("--- BEGIN ---", "----- Maintenance begins -----"),
            LeakRule.of(
                            "authorization",
                            "credentials of a request",
                            "(?i)\\b(?:basic|bearer)[ :]\\s*[A-Za-z0-9+/._~=-]{8,}")
                    .signs("basic", "bearer")
                    .where(Credentials::isToken)
                    .refuses("Basic OnVrMV9leGFtcGxl", "Bearer abc123def456ghi789", "bearer EXAMPLEexampleEXAMPLE")
                    .passes(
                            "Basic monitoring",
                            "bearer instruments",
                            "Basic Wordpress-Hosting",
                            "Bearer: everybody",
                            "Basic Hosting2026",
                            "Basic Support24x7Plus"),
            LeakRule.of(
                            "assignment",
                            "a secret given as name=value",
                            "(?i)(?:passw(?:or)?d|pwd|secret|token|api[_-]?key|access[_-]?key)[\"']?=[\"']?[^\\s\"'&=]{6,}")
                    .signs("=")
                    .refuses("?token=abcdef123", "DB_PASSWORD=hunter2x", "api_key=0000000")
                    .passes("Password: never stored", "token = proof", "secret=none"),
            // From its beginning only, or else each of its letters would be tried as one.
            LeakRule.of("token", "a long random token", "(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_=-]{20,}+")
                    .least(20)
                    .where(Credentials::isRandom)
                    .refuses(
                            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                            "0123456789abcdef0123456789abcdef",
                            "V1StGXR8_Z5jdHi6B-myT4k2",
                            "k3j9x8b2v7n4m1q6w5e0",
                            "AbCdEfGhIjKlMnOpQrStUv")
                    .passes(
                            "Datenschutzgrundverordnungskonform",
                            "WordPressManagedHosting2026",
                            "2026-11-20T21-50-00Z-report",
                            "DE89370400440532013000",
                            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="));

    private LeakRules() {}
}
