/** The clock: the only package that reads the system time. */
package com.elytracloud.status.time;
