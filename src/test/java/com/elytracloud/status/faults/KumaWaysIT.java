package com.elytracloud.status.faults;

import java.util.Map;
import java.util.function.Function;

import static com.elytracloud.status.faults.Promise.Around.KUMA;

/** The way to an Uptime Kuma that is asked by TLS, or by its name. */
final class KumaWaysIT extends FaultStage {
    @Override
    Function<BrokenWorld, Map<String, String>> settings() {
        return BrokenWorld::securedVariables;
    }

    @Promise(
            around = KUMA,
            when = "its host name does not resolve",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE", "its name is not known"})
    void nameless() throws Exception {
        whenSet(BrokenWorld::namedVariables, BrokenWorld::forgetNames);
    }

    @Promise(
            around = KUMA,
            when = "its certificate has expired",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE", "its certificate has expired"},
            never = "the key sent")
    void expired() throws Exception {
        whenItsCertificateIs("expired.p12");
    }

    @Promise(
            around = KUMA,
            when = "its certificate is not trusted",
            published = Published.UNKNOWN,
            told = {"UNREACHABLE", "its certificate is not trusted"},
            never = "the key sent")
    void foreign() throws Exception {
        whenItsCertificateIs("foreign.p12");
    }

    private void whenItsCertificateIs(String file) throws Exception {
        Questions asked = new Questions();
        when(world -> world.securedKumaDoor().meet(Answers.secured(file, asked)));
        asked.requireNone();
    }
}
