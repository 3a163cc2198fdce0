/** Breaks every rule of the layout once, so that {@code LayoutTest} sees each rule red. Nothing else uses it. */
package com.elytracloud.status.testing.bad;
