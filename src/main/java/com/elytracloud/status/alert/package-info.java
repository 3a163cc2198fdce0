/** Edge: tells the operator, by mail, in Slack, and to any program that takes JSON. */
package com.elytracloud.status.alert;
