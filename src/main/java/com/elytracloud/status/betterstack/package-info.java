/** Edge: Better Stack's uptime API over HTTP. Everything shaped like it ends in this package. */
package com.elytracloud.status.betterstack;
