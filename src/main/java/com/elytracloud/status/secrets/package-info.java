/** Edge: secrets that lie in the Parameter Store of AWS instead of the environment, where a console would show them. */
package com.elytracloud.status.secrets;
