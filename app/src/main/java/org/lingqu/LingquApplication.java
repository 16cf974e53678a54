package org.lingqu;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The web application; {@code ./lingqu serve} and {@code ./lingqu demo} start it. Its modules are the packages beside it. */
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
public final class LingquApplication {}
