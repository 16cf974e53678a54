package org.lingqu.library.search;

import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a word is typed by somebody who leaves the input method switched off: {@code gaoxinjishu}, {@code gxjs}.
 *
 * @param whole all syllables without tones, {@code ü} as {@code v}
 * @param initials the first letter of each
 */
record Pinyin(String whole, String initials) {

    /** Of a word of Chinese characters only; null when a character has no known reading. */
    static @Nullable Pinyin of(String word) {
        if (word.isEmpty() || !word.chars().allMatch(c -> Fold.isHan((char) c))) {
            return null;
        }
        List<com.hankcs.hanlp.dictionary.py.Pinyin> syllables = PinyinDictionary.convertToPinyin(word);
        var whole = new StringBuilder();
        var initials = new StringBuilder();
        for (var syllable : syllables) {
            String plain = syllable.getPinyinWithoutTone();
            if (plain.isEmpty() || plain.equals("none")) {
                return null;
            }
            whole.append(plain);
            initials.append(plain.charAt(0));
        }
        return new Pinyin(whole.toString(), initials.toString());
    }

    /** What southern speakers and quick typists write alike: zh and z, ch and c, sh and s, ng and n, l and n left apart. */
    static String sound(String letters) {
        return letters.replace("zh", "z").replace("ch", "c").replace("sh", "s").replace("ng", "n");
    }
}
