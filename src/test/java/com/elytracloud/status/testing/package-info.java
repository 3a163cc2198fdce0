/** Builders with harmless defaults and fakes of our ports: a test states only what matters to it. */
package com.elytracloud.status.testing;
