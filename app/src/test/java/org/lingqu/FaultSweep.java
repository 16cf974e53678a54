package org.lingqu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lingqu.audit.AuditLog;
import org.lingqu.audit.AuditVerdict;
import org.lingqu.database.Database;
import org.lingqu.database.FailingSource;
import org.lingqu.database.Outage;

/** Makes changes while one question to the database after the other fails, and holds each to being made as a whole or not at all. */
public final class FaultSweep {

    /** More questions than any change asks. */
    public static final int MOST_CALLS = 2_000;

    private final FailingSource source;
    private final Database plain;
    private final List<String> tables;

    /**
     * @param source of the application's connections
     * @param plain sees the tables by connections that never fail
     * @param tables that may change
     */
    public FaultSweep(FailingSource source, Database plain, List<String> tables) {
        this.source = source;
        this.plain = plain;
        this.tables = List.copyOf(tables);
    }

    /** A change that changes something each time it is made. */
    public interface Change {
        /** @param round another one at each call */
        void make(int round) throws IOException;
    }

    /** Makes each as often as it asks something, and once more. */
    public void over(Map<String, Change> changes) {
        changes.forEach((name, change) -> {
            int failed = 0;
            boolean reached = true;
            for (int call = 1; reached && call < MOST_CALLS; call++) {
                String what = name + ", call " + call;
                String before = told();
                source.failAt(call);
                RuntimeException thrown = thrown(change, call);
                reached = source.hasFailed();
                source.heal();
                assertThat(told().equals(before)).as(what).isEqualTo(thrown != null);
                if (thrown != null) {
                    failed++;
                    assertThat(reached).as("%s throws %s", what, thrown).isTrue();
                    assertThat(Outage.of(thrown)).as(what).contains(Outage.GONE);
                }
                requireIntact(what);
            }
            assertThat(failed).as("%s asks the database more than once", name).isGreaterThan(2);
        });
    }

    private static @Nullable RuntimeException thrown(Change change, int round) {
        try {
            change.make(round);
            return null;
        } catch (RuntimeException e) {
            return e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that stands in the tables. */
    private String told() {
        return plain.read(in -> {
            var all = new StringBuilder();
            for (String table : tables) {
                all.append(in.fetch("select * from " + table + " order by 1, 2").formatCSV());
            }
            return all.toString();
        });
    }

    /** Holds the audit record to being whole. */
    public void requireIntact(String what) {
        assertThat(new AuditLog(plain, Clock.systemUTC()).verify(read -> {}))
                .as(what)
                .isInstanceOf(AuditVerdict.Intact.class);
    }

    /** Asks once more when the first time failed, as she would. */
    public static <T> T again(Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            assertThat(Outage.of(e)).contains(Outage.GONE);
            return request.get();
        }
    }
}
