package com.elytracloud.status.guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.com",
                "A.Com",
                "A.COM",
                "3com.com",
                "ab.de",
                "a.de",
                "DB.EXAMPLE.DE",
                "a.b.example.de",
                "u.example.de",
                "web.example.in",
                "abc.it",
                "db1.example.rs",
                "libs.example.md",
                "a.b.de.at1.local",
                "db1.prod.elytra",
                "web-a.prod.elytra",
                "x.y-z.elytra",
                "localhost.localdomain",
                "kuma.internal"
            })
    void hosts(String name) {
        assertThat(HostNames.isHost(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASP.NET",
                "1.2.com",
                "20.11.de",
                "Done.De",
                "OK.DE",
                "u.a.de",
                "z.b.at",
                "d.h.es",
                "ab.it",
                "Done.It",
                "a.in.it",
                "OK.IT",
                "main.py",
                "main.cc",
                "1.main.py",
                "Main.example.PY",
                "app.min.js",
                "a-1.min.map",
                "a1.2.elytra",
                "prod.web.elytra",
                "web-a.elytra",
                "a-b.json.elytra",
                "Vue.js",
                "Web-A.Prod.Elytra"
            })
    void noHosts(String name) {
        assertThat(HostNames.isHost(name)).isFalse();
    }
}
