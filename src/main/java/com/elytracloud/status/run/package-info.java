/** One pass from readings to a published site, top to bottom, and the ports it needs. */
package com.elytracloud.status.run;
