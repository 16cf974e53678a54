package org.lingqu.text.statement;

/** Begins statements with what the discourse knows. */
final class Drafts {

    private Drafts() {}

    static Draft begin(String name, Clause clause, int start, int end, Discourse discourse) {
        int at = start;
        while (at < end - 1 && "，,、。；;：: 　和及与".indexOf(clause.text().charAt(at)) >= 0) {
            at++;
        }
        Draft draft = new Draft(name, at, end);
        draft.region = discourse.region;
        draft.regionFrom = discourse.regionFrom;
        draft.period = discourse.period;
        draft.status = discourse.status;
        draft.saidBy = discourse.speaker;
        return draft;
    }
}
