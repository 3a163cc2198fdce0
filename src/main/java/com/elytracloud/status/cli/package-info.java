/** Entry: the command line; does by hand whatever the functions do by themselves. */
package com.elytracloud.status.cli;
