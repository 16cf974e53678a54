package org.lingqu.registry;

/** What a party of innovation (创新主体) is; enterprises have files of their own. */
public enum PartyKind {
    /** 高校、科研院所、新型研发机构. */
    INSTITUTION("机构", "institution"),
    /** 重点实验室, 工程技术研究中心 and the like. */
    PLATFORM("平台", "platform"),
    /** 科研团队. */
    TEAM("团队", "team"),
    /** A person; for staff only. */
    TALENT("人才", "talent"),
    /** 园区、开发区. */
    PARK("园区", "park"),
    /** 产业集群、产业链. */
    CLUSTER("集群", "cluster"),
    /** 创新联盟、创新联合体. */
    ALLIANCE("联盟", "alliance"),
    /** 专利、软件著作权 and other intellectual property; known by its number. */
    RIGHT("知识产权", "right");

    private final String chinese;
    private final String english;

    PartyKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** What one of them is called in advice and files. */
    public String chinese() {
        return chinese;
    }

    /** The same in English; also the name of the file with the facts of this kind. */
    public String english() {
        return english;
    }
}
