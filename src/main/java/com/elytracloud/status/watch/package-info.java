/** Edge: the published site over anonymous HTTP. */
package com.elytracloud.status.watch;
