/** The edge to the readers: publishes the site's files and checks that they arrived. */
package com.elytracloud.status.publish;
