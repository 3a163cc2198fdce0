/** The published documents; their field names are a promise to readers. */
package com.elytracloud.status.contract;
