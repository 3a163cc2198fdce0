/** The words of the field: what sources say, what was promised, what we conclude. Plain Java, no I/O. */
package com.elytracloud.status.domain;
