package org.lingqu.job;

/** How far a run is. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
