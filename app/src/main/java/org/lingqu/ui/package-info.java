/**
 * What all pages share: the frame around them, words in Chinese and English, error pages, assets. Start reading at
 * {@link org.lingqu.ui.Ui}, which every template gets.
 */
@ApplicationModule(allowedDependencies = {"account", "database"})
@NullMarked
package org.lingqu.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
