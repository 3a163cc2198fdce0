/** The operator's configuration: variables by name, parsed as they are read, and all problems reported together. */
package com.elytracloud.status.config;
