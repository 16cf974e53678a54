package org.lingqu.backup;

/** Why a backup was not made or not put back, in words for whoever asked. Nothing was left half-done. */
public final class BackupProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupProblem(String message) {
        super(message, null, false, false);
    }
}
