/** Entry point: the command line; runs by hand what the functions run on a schedule. */
package com.elytracloud.status.cli;
