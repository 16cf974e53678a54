package org.lingqu.text.mention;

import java.util.List;
import org.lingqu.text.ActionMention;
import org.lingqu.text.OrganisationMention;
import org.lingqu.text.PolicyMention;
import org.lingqu.text.RoleMention;

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
