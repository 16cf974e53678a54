package org.lingqu.library.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.DataFolder;
import org.lingqu.database.Database;
import org.lingqu.library.Base;
import org.lingqu.library.Visibility;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** An application's worth of search over a base, until it is closed. */
final class RunningSearch implements AutoCloseable {

    final Indexer indexer;
    final Base base;
    final Search search;
    final Follows follows;

    RunningSearch(Database database, Path folder) {
        var data = new DataFolder(folder);
        var beans = new DefaultListableBeanFactory();
        var audit = new AuditLog(database, Clock.systemUTC());
        var synonyms = new SynonymList(data, database, audit);
        indexer = new Indexer(database, data, synonyms);
        beans.registerSingleton("indexer", indexer);
        base = new Base(database, folder, beans);
        search = new Search(indexer, synonyms, database);
        follows = new Follows(database, search, audit, Clock.systemUTC());
    }

    /** Kind and title of everything that is found, once the index has caught up. */
    List<String> find(Actor actor, String words) {
        return find(actor, SearchRequest.of(words, Visibility.PUBLIC));
    }

    List<String> find(Actor actor, SearchRequest request) {
        indexer.catchUp();
        return search.find(actor, request).hits().stream()
                .map(found -> found.hit().kind() + " " + found.hit().title().text())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        try {
            indexer.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
