package org.lingqu.database;

import java.nio.charset.StandardCharsets;

/** Names of files as people send them, made fit for any file system. */
public final class FileNames {

    private static final int LONGEST = 200; // bytes in UTF-8; file systems take 255
    private static final int LONGEST_ENDING = 10;

    private FileNames() {}

    /** The name without folders and without what file systems dislike, cut before its ending; never empty, never hidden. */
    public static String of(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}<>:\"|?*]", "_")
                .strip();
        String visible = name.isEmpty() || name.startsWith(".") || name.startsWith("~$") ? "_" + name : name;
        while (visible.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            int dot = visible.lastIndexOf('.');
            String ending = dot > 0 && visible.length() - dot <= LONGEST_ENDING ? visible.substring(dot) : "";
            String front = visible.substring(0, visible.length() - ending.length());
            visible = front.substring(0, front.offsetByCodePoints(front.length(), -1)) + ending;
        }
        return visible;
    }
}
