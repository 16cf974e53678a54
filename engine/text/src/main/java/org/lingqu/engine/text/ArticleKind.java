package org.lingqu.engine.text;

import java.util.Locale;

/** What sort of text a page carries. */
public enum ArticleKind {
    /** 提案、建议答复. */
    PROPOSAL_REPLY,
    NEWS,
    /** 通知、公告、公示. */
    NOTICE,
    /** 规划、方案、计划、意见. */
    PLAN,
    /** 法律、条例、办法. */
    LAW,
    /** 统计公报. */
    STATISTICS,
    SPEECH,
    OTHER;

    /** The code as printed. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
