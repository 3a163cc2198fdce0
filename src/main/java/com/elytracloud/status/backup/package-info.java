/** The edge to the bucket of the backups: lists it as it is, and sorts what it finds by tenant. */
package com.elytracloud.status.backup;
