package com.elytracloud.status.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Test;

/**
 * What is kept when something around us breaks: a test, and the row of {@code docs/reliability.md} that is made of it.
 * All but {@link #when} and {@link #never} is what {@link Stage} asks of every run of the test.
 */
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Promise {
    /** What breaks. */
    Around around();

    /** How it breaks; continues "When …". */
    String when();

    /** What is public afterwards. */
    Published published();

    /** How the run ends. */
    Ends ends() default Ends.PUBLISHED;

    /** Words that the operator finds in the report, the error or the log of the run; all of them. */
    String[] told();

    /** What must not have happened, beside what never may; the test itself proves it. Empty: nothing in particular. */
    String never() default "";

    /**
     * Whether it needs another time than the machine's: the run itself keeps it, between stub sources, and the test asks what
     * {@link Stage} would.
     */
    boolean setClock() default false;

    /**
     * Whether the packaged command line keeps it too. One row of each kind shows that it ends and exits as it must; the
     * rest is the same code.
     */
    boolean alsoByCommandLine() default false;

    /** Whether it is a matter of something that does not answer: the time it took is printed. */
    boolean hangs() default false;

    /** The parts of the world, in the order of a run. */
    enum Around {
        SECRETS("The secrets"),
        KUMA("Uptime Kuma"),
        BACKUPS("The backup bucket"),
        STATE("The state"),
        SITE("The public site"),
        LAMBDA("The platform that runs it"),
        TIME("The time");

        final String title;

        Around(String title) {
            this.title = title;
        }
    }

    /** How a run ends, for whoever started it. */
    enum Ends {
        PUBLISHED("published"),
        SUPERSEDED("superseded"),
        SKIPPED("skipped"),
        FAILED("the run fails"),
        NOT_STARTED("the start fails");

        final String words;

        Ends(String words) {
            this.words = words;
        }
    }
}
