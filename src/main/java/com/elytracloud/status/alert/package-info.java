/** Edge: delivers alerts to the operator by mail, Slack and a generic JSON webhook. */
package com.elytracloud.status.alert;
