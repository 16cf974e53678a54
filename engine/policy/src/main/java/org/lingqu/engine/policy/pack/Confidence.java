package org.lingqu.engine.policy.pack;

/** How sure we are of a figure. */
public enum Confidence {
    /** Seen on a page of the issuing or another government body. */
    V1("见于政府网站"),
    /** Seen on third-party pages that cite the document, and consistent. */
    V2("见于转载，与文件一致"),
    /** Expert knowledge, still to be confirmed. */
    K("待核实"),
    /** Unsure: may be a parameter, never a constant. */
    U("不确定");

    private final String chinese;

    Confidence(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
