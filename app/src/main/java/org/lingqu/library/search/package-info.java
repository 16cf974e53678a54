/**
 * Finding things of the library by words: pages, statements and whatever else is put in. The index lies in a folder, is derived
 * from the store and can be rebuilt from it at any time. Start reading at {@link org.lingqu.library.search.SearchIndex}.
 */
@NullMarked
package org.lingqu.library.search;

import org.jspecify.annotations.NullMarked;
