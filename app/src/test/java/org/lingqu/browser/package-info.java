/**
 * What a person does, in real Chromium against the running application. Start reading at {@link org.lingqu.browser.JourneyTest};
 * {@link org.lingqu.browser.InBrowser} gives a test the {@link org.lingqu.browser.Window} it works in.
 */
@NullMarked
package org.lingqu.browser;

import org.jspecify.annotations.NullMarked;
