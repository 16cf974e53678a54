package org.lingqu.registry;

import java.io.IOException;
import java.util.Optional;
import org.lingqu.database.Database;
import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.lingqu.job.JobRun;
import org.lingqu.registry.store.ListRows;

/** Long work on a list, whose number is what the run is given; a list that is not waiting for it stays as it is. */
abstract class ListJob implements JobKind {

    private final String name;
    private final ListState waiting;
    private final Database database;

    /** @param waiting the state of lists that it works on */
    ListJob(String name, ListState waiting, Database database) {
        this.name = name;
        this.waiting = waiting;
        this.database = database;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Optional<String> address(JobRun run) {
        return Optional.of("/enterprises/import/" + run.payload());
    }

    @Override
    public final void run(JobContext context) throws IOException {
        long id = Long.parseLong(context.run().payload());
        FirmListImport list = database.read(in -> ListRows.byId(in, id)).orElseThrow();
        if (list.state() == waiting) {
            work(context, list);
        }
    }

    abstract void work(JobContext context, FirmListImport list) throws IOException;
}
