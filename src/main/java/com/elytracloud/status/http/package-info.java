/**
 * Asking a monitoring service over HTTP, beneath the edges that do: again if it makes sense, never longer than allowed,
 * never more than allowed, and never anybody else.
 */
package com.elytracloud.status.http;
