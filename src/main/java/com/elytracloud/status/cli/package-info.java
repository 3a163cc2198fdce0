/** Entry point: the command line; runs on request what the functions run on a schedule. */
package com.elytracloud.status.cli;
