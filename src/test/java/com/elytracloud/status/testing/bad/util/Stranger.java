package com.elytracloud.status.testing.bad.util;

/** In a package that no one agreed on. */
public final class Stranger {}
