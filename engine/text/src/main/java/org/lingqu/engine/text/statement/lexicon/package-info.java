/** Word lists that come as data files, and a trie to find them in a text. */
@NullMarked
package org.lingqu.engine.text.statement.lexicon;

import org.jspecify.annotations.NullMarked;
