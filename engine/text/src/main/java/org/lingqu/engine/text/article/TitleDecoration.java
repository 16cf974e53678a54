package org.lingqu.engine.text.article;

import java.util.Set;

/** Buttons that somebody scraped together with a title: {@code 【字号：大 中 小】【打印】}. */
final class TitleDecoration {

    private static final Set<String> BUTTONS =
            Set.of("字号", "字体", "打印", "关闭", "收藏", "分享", "下载", "图", "组图", "图文", "视频", "原创");

    private TitleDecoration() {}

    static String strip(String title) {
        String rest = title.strip();
        while (rest.length() > 4) {
            char last = rest.charAt(rest.length() - 1);
            int open = last == '】' ? rest.lastIndexOf('【') : last == ']' ? rest.lastIndexOf('[') : -1;
            if (open <= 0 || !isButton(rest.substring(open + 1))) {
                return rest;
            }
            rest = rest.substring(0, open).strip();
        }
        return rest;
    }

    private static boolean isButton(String bracketed) {
        String squeezed = Sense.squeeze(bracketed);
        for (String button : BUTTONS) {
            if (squeezed.startsWith(button)) {
                return true;
            }
        }
        return false;
    }
}
