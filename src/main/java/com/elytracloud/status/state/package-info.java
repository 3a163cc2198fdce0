/** The edge to the private store: run state, the operators' incidents and the alert state, in a bucket or a folder. */
package com.elytracloud.status.state;
