package org.lingqu.library;

import java.util.List;

/** Words that mean the same, as this house keeps them: 高企 and 高新技术企业. */
public interface OtherWords {

    /** What a word is called otherwise; empty when the list has nothing of it. */
    List<String> of(String word);
}
