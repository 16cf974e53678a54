package org.lingqu.engine.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that was read. All spans count code points of the decoded file.
 *
 * @param charset IANA name of the charset the bytes were decoded with
 * @param textSource for DOCX and PDF the extracted text that the spans point into, otherwise null: the decoded file itself
 */
public record PageRead(
        String file,
        String sha256,
        String charset,
        Script script,
        @Nullable String textSource,
        Article article,
        List<Repair> repairs,
        List<Warning> warnings,
        List<Statement> statements,
        List<PolicyMention> policies,
        List<OrganisationMention> organisations,
        List<RoleMention> roles,
        List<ActionMention> actions)
        implements Reading {

    public PageRead {
        repairs = List.copyOf(repairs);
        warnings = List.copyOf(warnings);
        statements = List.copyOf(statements);
        policies = List.copyOf(policies);
        organisations = List.copyOf(organisations);
        roles = List.copyOf(roles);
        actions = List.copyOf(actions);
    }

    /** The same with one more warning. */
    public PageRead with(Warning warning) {
        var more = new ArrayList<>(warnings);
        more.add(warning);
        return new PageRead(
                file,
                sha256,
                charset,
                script,
                textSource,
                article,
                repairs,
                more,
                statements,
                policies,
                organisations,
                roles,
                actions);
    }
}
