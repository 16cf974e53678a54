/**
 * The demonstration region: firms, parks, institutions, platforms, teams, talents and alliances of a city that does not exist,
 * made from a seed. Nothing here knows a database or a page. Start reading at {@link org.lingqu.demo.MadeRegion}.
 */
@ApplicationModule(allowedDependencies = {"registry", "sheet"})
@NullMarked
package org.lingqu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
