/** Judgement: readings, policy and the instant of the run in, verdicts out; static and pure. */
package com.elytracloud.status.assess;
