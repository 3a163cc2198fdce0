package com.elytracloud.status.testing;

import java.util.List;
import java.util.Locale;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.assess.ComponentResolver.Mode;
import com.elytracloud.status.config.SiteLanguage;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.ProductTexts;

/** Rules of evaluation for nightly backups, with English texts. */
public final class TestRules {
    public static final ProductTexts TEXTS = SiteLanguage.productTexts(Locale.ENGLISH);

    private TestRules() {}

    /** For components that the operator named. */
    public static Assessor.Rules of(MonitorScope scope, Component... components) {
        return of(scope, Mode.NAMED, components);
    }

    public static Assessor.Rules of(MonitorScope scope, Mode mode, Component... components) {
        return new Assessor.Rules(scope, List.of(components), mode, NightlyBackups.POLICY, TEXTS);
    }
}
