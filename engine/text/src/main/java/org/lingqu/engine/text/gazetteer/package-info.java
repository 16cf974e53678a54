/**
 * Administrative divisions and their codes (GB/T 2260), named areas, development zones and countries.
 *
 * <ul>
 *   <li>{@link org.lingqu.engine.text.gazetteer.Divisions}: by code, by name, of an organisation ({@code 广东省工业和信息化厅} → 广东省),
 *       of a region word ({@code 全区}, {@code 我市}) once the speaker's own division is known.
 *   <li>{@link org.lingqu.engine.text.gazetteer.PlaceFinder}: the places in a text, longest first, neighbours joined
 *       ({@code 广西南宁市青秀区} is one place), ambiguous and short names decided by a
 *       {@link org.lingqu.engine.text.gazetteer.PlaceContext} that is made once a page.
 *   <li>{@link org.lingqu.engine.text.gazetteer.Place}: where it stands, its path and its code.
 * </ul>
 *
 * <pre>{@code
 * var divisions = Divisions.standard();
 * Division home = divisions.ofOrganisation("南宁市科技局").orElse(null);      // 广西壮族自治区/南宁市, 450100
 * var finder = new PlaceFinder(PlaceContext.of(home, wholeArticle, 2020));
 * for (Place place : finder.find(sentence)) { place.path(); place.code(); }
 * divisions.ofRegionWord("全区", home);                                  // 广西壮族自治区
 * }</pre>
 *
 * The data are files beside this package, each naming its sources.
 */
@NullMarked
package org.lingqu.engine.text.gazetteer;

import org.jspecify.annotations.NullMarked;
