package org.lingqu.ui;

import java.util.Locale;

/** The languages of the interface, the first one first. */
public enum Language {
    /** 中文. */
    ZH("zh-CN", "中文"),
    /** English. */
    EN("en", "English");

    private final String tag;
    private final String own;

    Language(String tag, String own) {
        this.tag = tag;
        this.own = own;
    }

    /** BCP 47, for {@code <html lang>}. */
    public String tag() {
        return tag;
    }

    /** What it calls itself. */
    public String ownName() {
        return own;
    }

    /** The other one. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** As in the address and in names of word files: {@code zh}, {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Chinese unless English is asked for. */
    public static Language of(String code) {
        return code.equals("en") ? EN : ZH;
    }
}
