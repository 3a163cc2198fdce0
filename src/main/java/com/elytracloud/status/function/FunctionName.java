package com.elytracloud.status.function;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Variables;

/** What Lambda calls the function that this process serves. */
@Singleton
final class FunctionName {
    private final String value;

    FunctionName(Variables variables) {
        value = variables.find("AWS_LAMBDA_FUNCTION_NAME").orElse("local");
    }

    String value() {
        return value;
    }
}
