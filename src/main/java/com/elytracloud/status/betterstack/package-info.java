/** Edge: reads monitors from Better Stack's uptime API. Its words and wire format stay in this package. */
package com.elytracloud.status.betterstack;
