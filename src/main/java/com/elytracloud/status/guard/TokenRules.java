package com.elytracloud.status.guard;

import java.util.List;

/** Credentials that their issuer made recognizable by their form. */
final class TokenRules {
    private static final String ADVICE = "Remove it, and rotate it if it was ever in a public text.";

    static final List<Rule> ALL = List.of(
            rule("aws-key", "an AWS access key id", "A(?:KIA|SIA|ROA|IDA|GPA|NPA|NVA|IPA|BIA|CCA)[A-Z0-9]{16}")
                    .refuses("AKIAIOSFODNN7EXAMPLE", "xASIAIOSFODNN7EXAMPLE")
                    .accepts("AKIA is a prefix", "ASIA PACIFIC"),
            rule(
                            "digitalocean-key",
                            "a DigitalOcean token or Spaces key",
                            "DO(?:00|80)[A-Z0-9]{14,}|do[a-z]_v1_[a-f0-9]{8,}")
                    .refuses("DO00EXAMPLEEXAMPLE12", "dop_v1_0123456789abcdef", "doo_v1_01234567")
                    .accepts("DO00", "do 100 sites", "do_v1_ready"),
            rule(
                            "monitoring-key",
                            "a key of a monitoring service",
                            "(?i)uk\\d{1,9}_[a-z0-9_-]{12,}|(?:glsa|bt)_[A-Za-z0-9_]{20,}")
                    .refuses("uk1_EXAMPLEexampleEXAMPLEexampleEXAMPLEexamp", "bt_EXAMPLEexampleEXAMPLEex")
                    .accepts("uk1_short", "UK1 region"),
            rule(
                            "mail-key",
                            "a key of a mail service",
                            "SG\\.[\\w-]{12,}\\.[\\w-]{12,}|key-[0-9a-f]{32}|xkeysib-\\w{16,}|(?<![A-Za-z0-9])re_[A-Za-z0-9]{6,}_\\w{12,}|\\b[0-9a-f]{32}-us\\d{1,2}\\b")
                    .refuses("SG.EXAMPLEexampleEXAMPLEe.EXAMPLEexampleEXAMPLEexampleEXAMPLEexampleEXA")
                    .accepts("St. SG.", "key-value"),
            rule(
                            "chat-token",
                            "a token of a chat service",
                            "(?i)xox[a-z](?:\\.xox[a-z])?-[a-z0-9-]{8,}|xapp-\\d-[a-z0-9-]{8,}|hooks\\.slack(?:-gov)?\\.com"
                                    + "|\\b\\d{8,10}:[A-Za-z0-9_-]{33,}|(?:discord(?:app)?\\.com/api/webhooks/)\\d+")
                    .refuses("xoxb-000000000000-EXAMPLEexample", "hooks.slack.com/services/T0/B0/x")
                    .accepts("Slack alerts", "xoxb"),
            rule(
                            "code-token",
                            "a token of a code or package host",
                            "gh[oprsu]_[A-Za-z0-9]{16,}|github_pat_\\w{16,}|gl(?:pat|rt|dt|cbt|ptt|ft|soat|agent|imt)-[\\w-]{12,}"
                                    + "|npm_[A-Za-z0-9]{20,}|pypi-[\\w-]{16,}|dckr_(?:pat|oat)_[\\w-]{12,}|ATATT3[\\w-]{16,}|ATBB\\w{24,}|rubygems_[0-9a-f]{24,}")
                    .refuses("ghp_EXAMPLEexampleEXAMPLE", "glpat-EXAMPLE-example", "npm_EXAMPLEexampleEXAMPLE0")
                    .accepts("GitHub", "npm_config"),
            rule(
                            "payment-key",
                            "a key of a payment service",
                            "(?:[rsp]k_(?:live|test)|whsec)_[A-Za-z0-9]{10,}|sq0[a-z]{3}-[\\w-]{16,}|EAAA[\\w-]{40,}|access_token\\$\\w+")
                    .refuses("sk_test_EXAMPLEexample", "whsec_EXAMPLEexample")
                    .accepts("risk_test", "Stripe webhooks"),
            rule(
                            "cloud-key",
                            "a key of a cloud or AI service",
                            "AIza[\\w-]{30,}|ya29\\.[\\w-]{12,}|GOCSPX-[\\w-]{16,}|[\\w-]+\\.apps\\.googleusercontent\\.com|AccountKey=\\S+|SharedAccess\\w*[=&]\\S+"
                                    + "|sk-(?:ant-|proj-|or-)?[A-Za-z0-9_-]{24,}|hf_[A-Za-z0-9]{20,}|hv[sbr]\\.[\\w-]{16,}|(?<![A-Za-z0-9])[sb]\\.[A-Za-z0-9]{24}(?![A-Za-z0-9])"
                                    + "|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{16,}|pat-(?:na|eu)\\d-[0-9a-f-]{20,}|PMAK-[0-9a-f-]{24,}|\\b(?:AC|SK)[0-9a-f]{32}"
                                    + "|(?:lin_api|secret|ntn|figd|sntrys|pscale_\\w{2,5}|dapi|dt0c01|nfp|tfp|rnd|fo1|phc|phx|sbp|r8|gsk|xai|pplx|key|pat|tok)[_.-][A-Za-z0-9]{24,}"
                                    + "|[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{20,}|eu01xx[\\w]{24,}|NR(?:AK|JS|II)-[\\w-]{16,}")
                    .refuses("hvs.EXAMPLEexampleEXAMPLE", "sk-EXAMPLEexampleEXAMPLEexampleEX")
                    .accepts("task-based", "sk-learn", "secret_santa"),
            rule("jwt", "a JSON web token", "eyJ[A-Za-z0-9_-]{15,}|eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{2,}")
                    .refuses("eyJhbGciOiJub25lIn0.eyJzdWIiOiJleGFtcGxlIn0.c2ln", "eyJhbGciOiJIUzI1NiJ9")
                    .accepts("eyJ", "Eyjafjall"),
            rule(
                            "private-key",
                            "a key or certificate",
                            "-{3,}\\s*(?:BEGIN|END) [A-Z0-9 ]{3,40}-{3,}|PuTTY-User-Key-File-\\d|AGE-SECRET-KEY-1|ssh-(?:rsa|ed25519|dss) AAAA")
                    .refuses("-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----")
                    .accepts("--- BEGIN ---", "----- Maintenance begins -----"),
            rule(
                            "authorization",
                            "credentials of an HTTP request",
                            "(?i)\\b(?:basic|bearer)[ :]\\s*[A-Za-z0-9+/._~=-]{8,}")
                    .where((text, found) -> Randomness.isHttpCredential(found.group()))
                    .refuses("Basic OnVrMV9leGFtcGxl", "Bearer abc123def456ghi789", "bearer EXAMPLEexampleEXAMPLE")
                    .accepts(
                            "Basic monitoring",
                            "bearer instruments",
                            "Basic Wordpress-Hosting",
                            "Bearer: everybody",
                            "Basic Hosting2026",
                            "Basic Support24x7Plus"));

    private TokenRules() {}

    private static Rule rule(String id, String reason, String regex) {
        return Rule.of(id, reason, ADVICE, regex);
    }
}
