package com.elytracloud.status.testing.bad.domain;

/** Harmless. */
public final class Word {}
