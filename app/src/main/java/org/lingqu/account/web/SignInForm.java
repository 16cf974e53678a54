package org.lingqu.account.web;

import org.jspecify.annotations.Nullable;
import org.lingqu.account.SignIn;

/**
 * What is on the sign-in page.
 *
 * @param login as typed
 * @param to where to go afterwards
 * @param outcome of the last try; null at first
 */
public record SignInForm(String login, String to, @Nullable SignIn outcome) {}
