/** Edge: looks at the published site from outside, as anyone may. */
package com.elytracloud.status.watch;
