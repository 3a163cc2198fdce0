/** Entry: the Lambda functions. */
package com.elytracloud.status.function;
