/** The edge to the private store: what runs remember, the operators' incidents and the alert state, in a bucket or a folder. */
package com.elytracloud.status.state;
