package org.lingqu.library;

/** Where the pages of an import come from. */
public enum ImportSource {
    /** 上传: files and archives from her machine. */
    UPLOAD,
    /** 服务器文件夹: below a folder that the configuration allows. */
    FOLDER,
    /** 粘贴: a text she pasted. */
    TEXT
}
