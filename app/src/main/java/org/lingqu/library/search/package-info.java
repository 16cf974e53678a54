/**
 * Finding things of the library by words: pages, statements and whatever else is put in. The index lies in a folder, is derived
 * from the store and can be rebuilt from it at any time: {@link org.lingqu.library.search.SearchIndex} is the index alone,
 * {@link org.lingqu.library.search.Indexer} keeps it as far as the store, {@link org.lingqu.library.search.Search} answers people. Start
 * reading at {@link org.lingqu.library.search.Search}.
 */
@NullMarked
package org.lingqu.library.search;

import org.jspecify.annotations.NullMarked;
