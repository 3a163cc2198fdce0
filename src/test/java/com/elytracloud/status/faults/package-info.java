/** What is kept when everything around the packaged product breaks; {@code docs/reliability.md} is made of it. */
package com.elytracloud.status.faults;
