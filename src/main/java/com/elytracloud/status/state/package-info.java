/** The edge to the private store: what runs remember, the operator's notice and the alert state, in a bucket or a folder. */
package com.elytracloud.status.state;
