/** Benchmarks that anyone can repeat with one command ({@code docs/performance.md}); no part of the build's own tests. */
package com.elytracloud.status.bench;
