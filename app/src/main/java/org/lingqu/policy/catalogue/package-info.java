/**
 * What policies are told apart by: what they bring, for whom, whether they count, when one applies. Start reading at
 * {@link org.lingqu.policy.catalogue.CatalogueEntry}.
 */
@NullMarked
package org.lingqu.policy.catalogue;

import org.jspecify.annotations.NullMarked;
