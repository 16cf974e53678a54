/** How the lists of words, codes and names are read. Start reading at {@link org.lingqu.engine.text.lexicon.DataFile}. */
@NullMarked
package org.lingqu.engine.text.lexicon;

import org.jspecify.annotations.NullMarked;
