/** The last look at every byte that will be public: schema, rules, and words of our own that must stay inside. */
package com.elytracloud.status.guard;
