package org.lingqu.engine.text.mention;

import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ActionMention;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.OrganisationMention;
import org.lingqu.engine.text.RoleMention;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.gazetteer.Place;
import org.lingqu.engine.text.gazetteer.PlaceContext;
import org.lingqu.engine.text.gazetteer.PlaceFinder;

/** Finds whom and what an article names. */
public final class MentionReader {

    /** Never throws, whatever the page holds. */
    public Mentions read(ArticleReading reading) {
        Article article = reading.article();
        Issuer issuer = article.issuer();
        Division home = issuer == null
                ? null
                : Divisions.standard().ofOrganisation(issuer.name()).orElse(null);
        Integer year = year(article);
        var places = new PlaceFinder(PlaceContext.of(home, article.text().toString(), year));
        var organisations = new OrganisationFinder(home);
        var actions = new ActionFinder(new Actors(issuer == null ? null : issuer.name(), home), year);
        var named = new LinkedHashMap<String, OrganisationMention>();
        var roles = new ArrayList<RoleMention>();
        var acts = new ArrayList<ActionMention>();
        boolean planned = false;
        for (Passage passage : reading.passages()) {
            String text = passage.text().toString();
            if (passage.kind() == Passage.Kind.HEADING) {
                planned = PlanSections.announces(text, passage.level(), planned);
            }
            List<Place> placed = places.find(text);
            List<Organisation> here = organisations.find(text, placed);
            for (Organisation one : here) {
                named.putIfAbsent(
                        one.name(),
                        new OrganisationMention(one.name(), passage.text().span(one.start(), one.end())));
            }
            roles.addAll(RoleFinder.find(passage.text(), here));
            if (passage.kind() == Passage.Kind.PARAGRAPH) {
                acts.addAll(actions.find(passage.text(), here, placed, planned));
            }
        }
        return new Mentions(PolicyReader.read(reading, home), List.copyOf(named.values()), roles, acts);
    }

    private static @Nullable Integer year(Article article) {
        Temporal date = article.written() == null ? article.published() : article.written();
        return date != null && date.isSupported(ChronoField.YEAR) ? date.get(ChronoField.YEAR) : null;
    }
}
