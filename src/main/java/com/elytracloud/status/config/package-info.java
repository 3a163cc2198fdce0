/** What the operator configured: variables by name, read as they are written, and every problem told at once. */
package com.elytracloud.status.config;
