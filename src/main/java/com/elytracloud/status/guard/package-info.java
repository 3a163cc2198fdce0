/** The last check of every byte that will be public: schema, rules, and internal names. */
package com.elytracloud.status.guard;
