package org.lingqu.engine.policy.column;

/** One entry of a plan's flat list: reads slots, writes one slot, over the current batch. */
interface Operation {

    void run(Batch batch);

    /** The operation made ready for these columns, with its tables over their dictionaries. */
    default Operation on(FirmColumns columns) {
        return this;
    }
}
