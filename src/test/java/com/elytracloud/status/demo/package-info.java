/** The product on a developer's machine: an S3 server, a replay of a monitoring service, the packaged artifact. */
package com.elytracloud.status.demo;
