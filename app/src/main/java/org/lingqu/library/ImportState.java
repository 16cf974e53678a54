package org.lingqu.library;

/** How far an import is. */
public enum ImportState {
    /** 预检中: its pages are being read, nothing is kept. */
    LOOKING,
    /** 待确认: she can see what it would do. */
    LOOKED,
    /** 收入中. */
    TAKING,
    /** 已收入. */
    TAKEN,
    /** 已放弃: nothing of it was kept, or no more will be. */
    DISCARDED;

    /** Whether a job has it in hand; a job that still tidies up after that does not change what is seen. */
    public boolean isWorking() {
        return this == LOOKING || this == TAKING;
    }
}
