package org.lingqu.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.regex.Pattern;

/** What every problem keeps to, whatever is wrong: it is said in Chinese and in English, and neither is left in the other. */
public final class BothLanguages {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** From the first quote to the last: values may hold quotes themselves. */
    private static final Pattern ENGLISH_VALUES = Pattern.compile("\".*\"", Pattern.DOTALL);

    private static final Pattern CHINESE_VALUES = Pattern.compile("「.*」", Pattern.DOTALL);

    /** Words of the expression language and of the files, which are written in Chinese in both. */
    private static final Pattern WRITTEN_SO = Pattern.compile(
            "[亿万]?元|\\d+万元|(?<!\\p{IsHan})[是否无](?!\\p{IsHan})|\\.?上年|本年|前年|[三四五六]年前|近[两三四五]年|(?:\\p{IsHan}+|})\\([^)]*\\)?|starts with\\(行业代码");

    /** Three words of English in a row are no keys and no codes. */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");

    private BothLanguages() {}

    public static void require(Collection<PolicyProblem> problems) {
        problems.forEach(problem -> require(problem.message()));
    }

    public static void require(Phrase said) {
        assertThat(said.chinese())
                .as("Chinese of %s", said)
                .containsPattern(HAN)
                .doesNotContain("\n");
        assertThat(CHINESE_VALUES.matcher(said.chinese()).replaceAll(""))
                .as("Chinese of %s", said)
                .doesNotContainPattern(ENGLISH);
        assertThat(said.english()).as("English of %s", said).isNotBlank().doesNotContain("\n");
        String without = WRITTEN_SO
                .matcher(ENGLISH_VALUES.matcher(said.english()).replaceAll(""))
                .replaceAll("");
        assertThat(without).as("English of %s", said).doesNotContainPattern(HAN);
    }
}
