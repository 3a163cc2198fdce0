/** Rendering of the public files from the document; pure, no I/O but the resources it ships. */
package com.elytracloud.status.site;
