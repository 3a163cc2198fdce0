/** The edge to the readers: puts the site's files where they are served from, and looks whether they arrived. */
package com.elytracloud.status.publish;
