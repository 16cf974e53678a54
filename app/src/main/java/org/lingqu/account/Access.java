package org.lingqu.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may use a route. A route without it is closed to everybody: what is forgotten stays shut. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** The roles to which it is open. */
    Role[] value() default {};

    /** Whether it is open to everybody, signed in or not. */
    boolean everybody() default false;

    /** Whether it is open to everybody who has signed in. */
    boolean signedIn() default false;
}
