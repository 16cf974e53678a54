package org.lingqu.library.search;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents that were found to match, as a query: whoever looks at them again, to order them, does not have to look for the words once
 * more. Belongs to the state of the index it was found in.
 */
final class Matches extends Query {

    private final @Nullable FixedBitSet[] byLeaf;

    /** @param byLeaf documents by the number of their leaf; null where none matches; not changed any more */
    @SuppressWarnings("ArrayToString")
    Matches(@Nullable FixedBitSet[] byLeaf) {
        this.byLeaf = Arrays.copyOf(byLeaf, byLeaf.length);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                FixedBitSet bits = byLeaf[leaf.ord];
                return bits == null
                        ? null
                        : new DefaultScorerSupplier(new ConstantScoreScorer(
                                score(), mode, new BitSetIterator(bits, bits.approximateCardinality())));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false; // it is its own cache
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "matches";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
