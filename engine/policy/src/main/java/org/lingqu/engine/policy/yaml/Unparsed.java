package org.lingqu.engine.policy.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;

/** What the YAML parser says of a file that is none, in Chinese too. It knows some forty messages; these are what people run into. */
final class Unparsed {

    /** By how the parser's message begins; the first that fits counts. */
    private static final Map<String, String> CHINESE = new LinkedHashMap<>();

    static {
        CHINESE.put("mapping values are not allowed here", "这里不能再写“键: 值”，可能是上一行缩进不对，或文字里的冒号要加引号");
        CHINESE.put("could not find expected ':'", "这里应有冒号：键后写英文冒号和一个空格");
        CHINESE.put("found character '\\t", "这里是制表符（Tab），请改成空格");
        CHINESE.put("found unexpected end of stream", "文件已经结束，前面还有没写完的内容");
        CHINESE.put("found unknown escape character", "双引号里有不认识的转义字符");
        CHINESE.put("found a tab character", "这里是制表符（Tab），请改成空格");
        CHINESE.put("found character", "这里的字符不能作为一行内容的开头，请给整段文字加引号");
        CHINESE.put("sequence entries are not allowed here", "这里不能写以 - 开头的列表项，请检查缩进");
        CHINESE.put("expected ',' or ']'", "列表里缺少逗号或右方括号 ]");
        CHINESE.put("expected ',' or '}'", "花括号里缺少逗号或右花括号 }");
        CHINESE.put("expected <block end>", "这里的缩进与上面的不一致");
        CHINESE.put("expected the node content", "这里应有内容");
    }

    private Unparsed() {}

    /** @param problem what the parser says; English, perhaps null */
    static Phrase words(@Nullable String problem) {
        if (problem == null) {
            return new Phrase("不是 YAML 格式", "not YAML");
        }
        String chinese = CHINESE.entrySet().stream()
                .filter(entry -> problem.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("这里不合 YAML 写法");
        return new Phrase(chinese, problem.replace('\n', ' '));
    }
}
