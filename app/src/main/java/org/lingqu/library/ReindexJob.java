package org.lingqu.library;

import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes everything again that is derived from the pages: the search index. */
@Component
final class ReindexJob implements JobKind {

    static final String NAME = "library.reindex";

    private final ObjectProvider<LibraryIndex> indexes;

    ReindexJob(ObjectProvider<LibraryIndex> indexes) {
        this.indexes = indexes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isByHand() {
        return true;
    }

    @Override
    public void run(JobContext context) {
        indexes.forEach(index -> index.rebuild(context::step));
    }
}
