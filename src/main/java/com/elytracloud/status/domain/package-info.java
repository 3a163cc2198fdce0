/** The domain model: what sources report, what was promised, what we conclude. Plain Java, no I/O. */
package com.elytracloud.status.domain;
