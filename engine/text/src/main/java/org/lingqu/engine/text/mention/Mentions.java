package org.lingqu.engine.text.mention;

import java.util.List;
import org.lingqu.engine.text.ActionMention;
import org.lingqu.engine.text.OrganisationMention;
import org.lingqu.engine.text.PolicyMention;
import org.lingqu.engine.text.RoleMention;

/** Whom and what an article names. */
public record Mentions(
        List<PolicyMention> policies,
        List<OrganisationMention> organisations,
        List<RoleMention> roles,
        List<ActionMention> actions) {

    public Mentions {
        policies = List.copyOf(policies);
        organisations = List.copyOf(organisations);
        roles = List.copyOf(roles);
        actions = List.copyOf(actions);
    }
}
