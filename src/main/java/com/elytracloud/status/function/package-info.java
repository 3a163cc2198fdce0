/** Entry: what the schedule calls. */
package com.elytracloud.status.function;
