package com.elytracloud.status.testing.bad.assess;

import com.elytracloud.status.testing.bad.run.SpeaksJson;

/** Judgement that knows who asks for it. */
public final class SeesRun {
    SpeaksJson run;
}
