package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTERPRISE;
import static org.lingqu.registry.store.db.Tables.REGISTRY_TITLE;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What lists filter and sort by, read for all enterprises or for some. Every method works inside the transaction it is given. */
public final class TableRows {

    private static final int FETCH = 10_000;

    private TableRows() {}

    /**
     * One enterprise.
     *
     * @param nameKey see {@link org.lingqu.registry.NameKey}; behind it, a line each, the names that it bore before
     * @param updatedAt milliseconds since 1970
     */
    public record Row(
            long id,
            @Nullable String code,
            String nameKey,
            @Nullable String region,
            @Nullable String park,
            @Nullable String industry,
            @Nullable String sizeClass,
            @Nullable LocalDate foundedOn,
            @Nullable Double revenue,
            @Nullable Double rdCosts,
            @Nullable Integer staff,
            int conflicts,
            int claims,
            boolean listed,
            long updatedAt) {}

    /** When one of them holds a title. */
    public record Title(
            long enterprise,
            String title,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** All of them in the order of their numbers, then all titles. */
    public static void each(DSLContext in, Consumer<Row> rows, Consumer<Title> titles) {
        query(
                in,
                "select id, code, name_key, region_code, park, industry_code, size_class, founded_on, revenue, rd_costs,"
                        + " staff, conflicts, listed, updated_at, former_keys, claims from registry_enterprise order by id",
                result -> rows.accept(row(result)));
        query(
                in,
                "select enterprise_id, title, valid_from, valid_to from registry_title",
                result -> titles.accept(
                        title(result.getLong(1), result.getString(2), result.getString(3), result.getString(4))));
    }

    private interface Each {
        void take(ResultSet result) throws SQLException;
    }

    private static void query(DSLContext in, String sql, Each each) {
        in.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH); // or PostgreSQL's driver holds all of them at once
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        each.take(result);
                    }
                }
            }
        });
    }

    private static Row row(ResultSet result) throws SQLException {
        String founded = result.getString(8);
        double revenue = result.getDouble(9);
        boolean noRevenue = result.wasNull();
        double rdCosts = result.getDouble(10);
        boolean noCosts = result.wasNull();
        int staff = result.getInt(11);
        boolean noStaff = result.wasNull();
        return new Row(
                result.getLong(1),
                result.getString(2),
                keys(result.getString(3), result.getString(15)),
                result.getString(4),
                result.getString(5),
                result.getString(6),
                result.getString(7),
                founded == null ? null : LocalDate.parse(founded),
                noRevenue ? null : Double.valueOf(revenue),
                noCosts ? null : Double.valueOf(rdCosts),
                noStaff ? null : Integer.valueOf(staff),
                result.getInt(12),
                result.getInt(16),
                result.getBoolean(13),
                result.getLong(14));
    }

    private static String keys(String now, @Nullable String former) {
        return former == null ? now : now + "\n" + former;
    }

    private static Title title(long enterprise, String title, String from, @Nullable String to) {
        return new Title(enterprise, title, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    /** Some of them in the order of their numbers. */
    public static List<Row> rows(DSLContext in, Collection<Long> ids) {
        return in.selectFrom(REGISTRY_ENTERPRISE)
                .where(REGISTRY_ENTERPRISE.ID.in(ids))
                .orderBy(REGISTRY_ENTERPRISE.ID)
                .fetch(row -> new Row(
                        row.getId(),
                        row.getCode(),
                        keys(row.getNameKey(), row.getFormerKeys()),
                        row.getRegionCode(),
                        row.getPark(),
                        row.getIndustryCode(),
                        row.getSizeClass(),
                        row.getFoundedOn(),
                        row.getRevenue(),
                        row.getRdCosts(),
                        row.getStaff(),
                        row.getConflicts(),
                        row.getClaims(),
                        row.getListed(),
                        row.getUpdatedAt().toEpochMilli()));
    }

    /** Their titles. */
    public static List<Title> titles(DSLContext in, Collection<Long> ids) {
        return in.selectFrom(REGISTRY_TITLE)
                .where(REGISTRY_TITLE.ENTERPRISE_ID.in(ids))
                .fetch(row -> title(row.getEnterpriseId(), row.getTitle(), row.getValidFrom(), row.getValidTo()));
    }
}
