/** A whole run on a stage: everything is real but whom it talks to, and nothing of it is left afterwards. */
package com.elytracloud.status.rehearsal;
