package com.elytracloud.status.guard;

import java.util.List;

/** Addresses of machines, people and resources. The company's own are cut out of a text before these rules see it. */
final class AddressRules {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    private static final String ROLE =
            "(?:db|database|web|app|srv|server|host|vm|vps|node|worker|master|slave|replica|primary|lb|proxy|cache|nas|san|mail|mx|smtp|imap"
                    + "|kvm|hv|esx|esxi|pve|k8s|k3s|bastion|jump|gw|gateway|fw|firewall|router|switch|sw|storage|bkp|dns|ns|mon|monitor|prod|stage"
                    + "|staging|queue|mq|api|ftp|ssh|vpn|ldap|git|ci|runner)";

    /** These are products too: MariaDB-11 is a version, mariadb-01 is a machine. */
    private static final String SERVER_PRODUCT =
            "(?:mysql|mariadb|postgres|postgresql|pg|redis|mongo|mongodb|elastic|nginx|apache|rabbit|rabbitmq|kafka|haproxy|varnish|memcached|php)";

    /** Something is assigned to these with a colon that is no port. */
    private static final String NO_HOST =
            "(?i)(?:ticket|error|err|code|tel|fax|fon|phone|nr|no|num|ref|case|id|invoice|rechnung|year|jahr|build|order|since|seit|port|status|http|https"
                    + "|step|total|count|ab|bis|um|from|at|until|plz|zip|pid|sku|issue|incident|fehler|anzahl|summe)";

    static final List<Rule> ALL = List.of(
            rule(
                            "ipv4",
                            "an IPv4 address",
                            "Leave it out. A version of four parts is accepted after the product's name or the word version (PHP 8.3.1.2).",
                            "(?<!\\d)(?<!\\d[.,])%1$s(?:(?:\\.|\\[\\.]|\\(\\.\\))%1$s){3}(?!\\d|\\.\\d)|(?<![a-z0-9])ip(?:-%1$s){4}(?!\\d)"
                                    .formatted(OCTET))
                    .where((text, found) -> !Versions.isVersion(text, found))
                    .refuses(
                            "at 10.0.12.5:22",
                            "203.0.113.255/24",
                            "ip-10-0-12-5",
                            "127.0.0.1.",
                            "10[.]0[.]0[.]9",
                            "PHP 10.0.0.1")
                    .accepts(
                            "PHP 8.3.14",
                            "20.11.2026",
                            "1.2.3.400",
                            "section 1.2.3.4.5",
                            "Plesk 18.0.57.2",
                            "version 1.2.3.4",
                            "v2.3.4.5"),
            rule(
                            "ipv6",
                            "an IPv6 address",
                            "Leave it out.",
                            "(?:[0-9A-Fa-f]{0,4}:){2,9}(?:[0-9A-Fa-f]{1,4}|%1$s(?:\\.%1$s){3})?".formatted(OCTET))
                    .where((text, found) -> Ipv6.isAddress(found.group()))
                    .refuses(
                            "[2001:db8::1]:443",
                            "fe80::1%eth0",
                            "::1",
                            "a::1",
                            "2001:db8:0:0:0:0:0:1",
                            "dead::beef",
                            "fd00::/8")
                    .accepts(
                            "12:30:45", "23:59:59.999", "std::vector", "a :: b", "12::30", "1:2:3", "T12:30:45Z", "::"),
            rule(
                            "mac",
                            "a hardware address",
                            "Leave it out.",
                            "(?i)[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?![0-9a-f:])|(?=[\\d-]*[a-f])[0-9a-f]{2}(?:-[0-9a-f]{2}){5}(?![0-9a-f-])"
                                    + "|(?<![0-9a-f.])(?=[\\d.]*[a-f])[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}(?![0-9a-f.])")
                    .refuses("52:54:00:ab:cd:ef", "52-54-00-AB-CD-EF", "5254.00ab.cdef")
                    .accepts("20-11-26-10-30-45", "10:30:45", "2026.1120.1030"),
            rule(
                            "email",
                            "an e-mail address",
                            "Name the support page, or add the address to PUBLIC_ADDRESSES.",
                            "[\\p{L}\\p{N}._%%+'-]{1,64}'?@'?(?:(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}\\p{L}[\\p{L}\\p{N}-]{1,62}|\\[|%1$s(?:\\.%1$s){3}"
                                            .formatted(OCTET)
                                    + "|(?i:localhost|intern|internal|local)\\b|[a-z][a-z0-9]{0,40}[-0-9][a-z0-9-]{0,40})"
                                    + "|(?i)[\\p{L}\\p{N}._-]+\\s?[(\\[{]\\s?(?:at|ät)\\s?[)\\]}]\\s?[\\p{L}\\p{N}-]+|<@[A-Z0-9]{6,}>")
                    .refuses(
                            "jane.doe+x@example.com",
                            "root@localhost",
                            "deploy@web-01",
                            "jane(at)example.com",
                            "jane [at] example [dot] com")
                    .accepts(
                            "99.9 % @ night",
                            "@elytracloud on Mastodon", "24/7 @ all sites", "5 sites @ 99.95", "Frau@Work"),
            rule(
                            "url",
                            "a web or service address",
                            "Leave it out, or add its host to PUBLIC_ADDRESSES.",
                            "(?i)[a-z][a-z0-9+.-]{1,20}://[^\\s/]|(?:https?|ftp|ssh|s3|file|ldaps?):/{1,3}[^\\s/]|(?:javascript|jdbc|odbc|mailto|ldap):\\S|data:[a-z]+/[a-z]"
                                    + "|(?<![\\p{L}\\p{N}:/])//[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*/")
                    .refuses(
                            "https://kuma.example.com/metrics",
                            "postgres://u:p@db/x",
                            "s3://bucket/key",
                            "http://x",
                            "javascript:alert(1)",
                            "//nas01/share")
                    .accepts("https and http", "and/or", "24/7://", "a:// b", "data: none"),
            rule(
                            "connection",
                            "the data of a connection",
                            "Leave it out.",
                            "(?i)\\b(?:host|server|data source|dbname|database|uid|user id)=[^\\s;]+[;\\s]+[\\w ]+=|\\b(?:cn|ou|uid|dc)=[^\\s,=]+,\\s*(?:ou|dc|o|cn)="
                                    + "|for user '[^']*'@|\\bSQLSTATE\\[|\\bgetaddrinfo\\b|\\bssh\\s+(?:-\\S+\\s+)*\\w+@|\\bTable '[\\w.]+\\.\\w+'")
                    .refuses(
                            "host=db01 port=5432 user=wp",
                            "Server=db01;Database=wp;",
                            "cn=admin,dc=example,dc=local",
                            "SQLSTATE[HY000] [2002]")
                    .accepts("host=all", "Access denied for some users", "Table 'wp_posts' is being repaired"),
            rule(
                            "host",
                            "a host name",
                            "Say what it does, or add it to PUBLIC_ADDRESSES if it is yours and public.",
                            HostNames.CANDIDATE)
                    .where(HostNames::isHost)
                    .refuses(
                            "db1.internal",
                            "kuma.example.com",
                            "nyc3.digitaloceanspaces.com",
                            "web-01.prod.elytra",
                            "a.de",
                            "ACME.COM",
                            "see acme.it, please")
                    .accepts(
                            "e.g. two",
                            "z.B. drei",
                            "status.json",
                            "Node.js",
                            "ASP.NET",
                            "Done.We",
                            "wp-config.php",
                            "We are back.it works",
                            ".de and .com",
                            "co.uk"),
            rule(
                            "host-port",
                            "a host with a port",
                            "Name the service without its port.",
                            "(?i)(?<![\\p{L}\\p{N}])(?!%s:)\\p{L}[\\p{L}\\p{N}_-]{1,40}:\\d{4,5}(?![\\d:-]|[.,]\\d)|(?<![\\p{L}\\p{N}])(?:localhost|%s|%s):\\d{2,5}(?![\\d:]|[.,]\\d)"
                                    .formatted(NO_HOST, ROLE, SERVER_PRODUCT))
                    .refuses("localhost:8080", "db-1:5432", "redis:6379", "HOST:8080", "smtp:587")
                    .accepts(
                            "from 10:30",
                            "um 9:15 Uhr",
                            "ratio 16:9",
                            "Tel:0301234",
                            "php:8.3-fpm",
                            "ETA:14:30",
                            "Ticket:4711"),
            rule(
                            "machine",
                            "the name of a machine",
                            "Say what it does: 'a database server'.",
                            "(?i)(?<![\\p{L}\\p{N}])(?:%s(?:[-_]\\d{1,3}|0\\d{1,2})|%s[-_]?0\\d{1,2})(?![\\p{L}\\p{N}]|[.,]\\d)"
                                    .formatted(ROLE, SERVER_PRODUCT))
                    .refuses("db-01", "web02", "k8s-worker-3", "Look at node-12.")
                    .accepts("Server 1", "nyc3", "web 2.0", "two nodes", "backup-2026-11-20", "app-1.2", "db 01"),
            rule(
                            "service",
                            "the name of a service in a cluster",
                            "Say what it does.",
                            "(?i)(?<![\\p{L}\\p{N}/])(?:svc|po|sts|deploy|deployment\\.apps|statefulset(?:\\.apps)?|daemonset(?:\\.apps)?|configmap|ingress|pvc|cronjob|namespace|ns|pod)/[a-z][\\w.-]+")
                    .refuses("svc/mysql.default", "deployment.apps/web")
                    .accepts("service/maintenance", "and/or", "GB/s"),
            rule(
                            "path",
                            "a path on a machine",
                            "Name the file or the page without its folders.",
                            "(?<![\\p{L}\\p{N}<])/(?:var|etc|home|usr|opt|srv|root|mnt|media|tmp|data|Users|Volumes|proc|dev|run|lib|lib64|bin|sbin|boot|backups?|storage|nfs|www)/[^\\s/]"
                                    + "|~/[^\\s]|(?<![\\p{L}\\p{N}])[A-Za-z]:\\\\[^\\s]|\\\\\\\\[\\p{L}\\p{N}._-]+\\\\|%(?:APPDATA|USERPROFILE|ProgramFiles)%")
                    .refuses(
                            "/var/lib/mysql/wp",
                            "/home/markus",
                            "~/site/.env",
                            "D:\\backups\\x",
                            "\\\\nas01\\share",
                            "in (/etc/nginx/x)")
                    .accepts("/wp-admin and /wp-login.php", "24/7", "and/or", "wp-content/uploads/x.jpg", "</var>"),
            rule(
                            "cloud-id",
                            "the id of a cloud resource",
                            "Leave it out.",
                            "(?i)arn:[a-z-]{3,12}:[a-z0-9-]{2,40}:|\\bdo:[a-z_]+:|(?<![\\p{L}\\p{N}])db-[a-z]+-[a-z]{3}\\d-\\d+|/?subscriptions/[0-9a-f]{8}-|\\bprojects/[\\w-]+/(?:zones|regions|locations)/"
                                    + "|(?<![\\p{L}\\p{N}])(?:vpc|subnet|sg|i|vol|snap|ami|eni|igw|nat|rtb|acl|eipalloc|lt|tgw|vpce|fs|cluster)-(?=[a-z]*\\d)[0-9a-z]{8,24}(?![\\p{L}-])"
                                    + "|\\baws account(?: id)?[ :#]+\\d{12}\\b|\\bdroplet(?: id)?[ :#]+\\d{7,}")
                    .refuses("arn:aws:s3:::example", "i-0abcd1234ef567890", "vpc-0a1b2c3d", "do:droplet:412345678")
                    .accepts("Arn: a river", "learn: aws", "i-Phone", "nat-friendly"));

    private AddressRules() {}

    private static Rule rule(String id, String reason, String advice, String regex) {
        return Rule.of(id, reason, advice, regex);
    }
}
