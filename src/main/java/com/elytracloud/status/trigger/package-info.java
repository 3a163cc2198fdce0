/** Edge: what a notification of the monitoring service starts a run through. */
package com.elytracloud.status.trigger;
