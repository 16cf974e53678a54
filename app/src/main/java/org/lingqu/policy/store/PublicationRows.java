package org.lingqu.policy.store;

import static org.lingqu.policy.store.db.Tables.POLICY_PUBLICATION;
import static org.lingqu.policy.store.db.Tables.POLICY_PUBLISHED_FILE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.lingqu.database.Sha256;
import org.lingqu.policy.draft.Publication;
import org.lingqu.policy.store.db.tables.records.PolicyPublicationRecord;
import org.lingqu.policy.store.db.tables.records.PolicyPublishedFileRecord;

/** What was published, as rows. Every method works inside the transaction it is given. */
public final class PublicationRows {

    private PublicationRows() {}

    /** Adds one with its files. */
    public static long insert(DSLContext in, Publication publication, long person, Map<String, String> texts) {
        PolicyPublicationRecord row = in.newRecord(POLICY_PUBLICATION);
        row.setDraftId(publication.draft());
        row.setPolicy(publication.policy());
        row.setVersion(publication.version());
        row.setTitle(publication.title());
        row.setValidFrom(publication.validFrom().toString());
        row.setPersonId(person);
        row.setPerson(publication.personName());
        row.setPublishedAt(publication.publishedAt());
        row.store();
        long id = Objects.requireNonNull(row.getId());
        texts.forEach((path, text) -> {
            PolicyPublishedFileRecord file = in.newRecord(POLICY_PUBLISHED_FILE);
            file.setPublicationId(id);
            file.setPath(path);
            file.setText(text);
            file.setSha256(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
            file.insert();
        });
        return id;
    }

    /** All, the newest first. */
    public static List<Publication> all(DSLContext in, int most) {
        return in.selectFrom(POLICY_PUBLICATION)
                .orderBy(POLICY_PUBLICATION.ID.desc())
                .limit(most)
                .fetch(PublicationRows::publication);
    }

    /** By number. */
    public static Optional<Publication> byId(DSLContext in, long id) {
        return in.selectFrom(POLICY_PUBLICATION)
                .where(POLICY_PUBLICATION.ID.eq(id))
                .fetchOptional(PublicationRows::publication);
    }

    /** That of a draft. */
    public static Optional<Publication> ofDraft(DSLContext in, long draft) {
        return in.selectFrom(POLICY_PUBLICATION)
                .where(POLICY_PUBLICATION.DRAFT_ID.eq(draft))
                .fetchOptional(PublicationRows::publication);
    }

    /** Whether a later one of the same policy stands. */
    public static boolean hasLater(DSLContext in, Publication publication) {
        return in.fetchExists(
                POLICY_PUBLICATION,
                POLICY_PUBLICATION
                        .POLICY
                        .eq(publication.policy())
                        .and(POLICY_PUBLICATION.ID.gt(publication.id()))
                        .and(POLICY_PUBLICATION.WITHDRAWN_AT.isNull()));
    }

    /** Notes that one was withdrawn. */
    public static void withdraw(DSLContext in, long id, String by, String words, Instant now) {
        in.update(POLICY_PUBLICATION)
                .set(POLICY_PUBLICATION.WITHDRAWN_AT, now)
                .set(POLICY_PUBLICATION.WITHDRAWN_BY, by)
                .set(POLICY_PUBLICATION.WITHDRAWN_WORDS, words)
                .where(POLICY_PUBLICATION.ID.eq(id), POLICY_PUBLICATION.WITHDRAWN_AT.isNull())
                .execute();
    }

    /** What every file has to say: of each path the text published last, of publications that stand. */
    public static Map<String, String> texts(DSLContext in) {
        var texts = new TreeMap<String, String>();
        in.select(POLICY_PUBLISHED_FILE.PATH, POLICY_PUBLISHED_FILE.TEXT)
                .from(POLICY_PUBLISHED_FILE)
                .join(POLICY_PUBLICATION)
                .on(POLICY_PUBLICATION.ID.eq(POLICY_PUBLISHED_FILE.PUBLICATION_ID))
                .where(POLICY_PUBLICATION.WITHDRAWN_AT.isNull())
                .orderBy(POLICY_PUBLICATION.ID)
                .forEach(row -> texts.put(row.value1(), row.value2()));
        return texts;
    }

    /** Hashes of all texts that were ever published. */
    public static Set<String> hashes(DSLContext in) {
        return in.selectDistinct(POLICY_PUBLISHED_FILE.SHA256)
                .from(POLICY_PUBLISHED_FILE)
                .fetchSet(POLICY_PUBLISHED_FILE.SHA256);
    }

    private static Publication publication(PolicyPublicationRecord row) {
        return new Publication(
                Objects.requireNonNull(row.getId()),
                row.getDraftId(),
                row.getPolicy(),
                row.getVersion(),
                row.getTitle(),
                LocalDate.parse(row.getValidFrom()),
                row.getPerson(),
                row.getPublishedAt(),
                row.getWithdrawnAt(),
                row.getWithdrawnBy(),
                row.getWithdrawnWords());
    }
}
