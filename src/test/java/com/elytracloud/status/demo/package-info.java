/** The product on a developer's machine: an S3 server, a replay of a real Uptime Kuma, the packaged artifact. */
package com.elytracloud.status.demo;
