/** Evaluation: takes the readings, the policy and the instant of the run, and returns verdicts. Static and pure. */
package com.elytracloud.status.assess;
