/** Edge: Uptime Kuma over HTTP. Everything Kuma-shaped ends in this package. */
package com.elytracloud.status.kuma;
