package com.elytracloud.status.config;

/**
 * What is wrong with one setting.
 *
 * @param variable its name
 * @param sentence what is wrong and what is allowed; never a secret's value
 */
public record Problem(String variable, String sentence) {
    @Override
    public String toString() {
        return variable + ": " + sentence;
    }
}
