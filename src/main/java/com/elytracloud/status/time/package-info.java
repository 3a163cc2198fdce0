/** The clock: the one place that asks the machine for the time of day. */
package com.elytracloud.status.time;
