package org.lingqu.policy.catalogue;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;

/** One thing to filter the catalogue by; its name in lower case is its name in the address, as are those of its values. */
public enum CatalogueFacet {
    /** Where a policy applies: {@code cn}, a code of GB/T 2260, or {@link #LOCAL}; {@link #ALL} for everywhere. */
    REGION,
    /** 发文单位; one of several is enough. */
    ISSUER,
    /** {@link Brings}. */
    BRINGS,
    /** For whom: {@code enterprises}, {@code small}, {@code people}, or a title that one has to hold. */
    WHO,
    /** {@link Status}, or {@link #ALL} for every version. */
    STATUS,
    /** {@link WindowState}. */
    WINDOW;

    /** The value of {@link #REGION} for what applies in the region of the installation. */
    public static final String LOCAL = "local";

    /** The value of {@link #STATUS} that lets every version through, and of {@link #REGION} that lets every place. */
    public static final String ALL = "all";

    /** The value of {@link #WHO} for policies for enterprises in general. */
    public static final String ENTERPRISES = "enterprises";

    /** The value of {@link #WHO} for policies for small and medium enterprises. */
    public static final String SMALL = "small";

    /** The value of {@link #WHO} for policies for people. */
    public static final String PEOPLE = "people";

    /** How it is called in the address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an entry has of it, as the address writes it. */
    public SequencedSet<String> values(CatalogueEntry entry) {
        return new LinkedHashSet<>(
                switch (this) {
                    case REGION ->
                        entry.nearness().isLocal()
                                ? List.of(LOCAL, entry.policy().id().region())
                                : List.of(entry.policy().id().region());
                    case ISSUER -> entry.policy().issuers();
                    case BRINGS -> codes(entry.brings());
                    case WHO -> who(entry.addressees());
                    case STATUS -> codes(List.of(entry.status()));
                    case WINDOW -> codes(entry.window());
                });
    }

    private static List<String> who(Addressees addressees) {
        var all = new LinkedHashSet<String>();
        if (addressees.anybody()) {
            all.add(ENTERPRISES);
        }
        if (addressees.small()) {
            all.add(SMALL);
        }
        if (addressees.people()) {
            all.add(PEOPLE);
        }
        all.addAll(addressees.titles());
        return List.copyOf(all);
    }

    /** Values that are offered whether an entry has them or not, in their order; empty for those that the pack alone names. */
    List<String> fixed() {
        return switch (this) {
            case REGION -> List.of(LOCAL);
            case ISSUER -> List.of();
            case BRINGS -> codes(List.of(Brings.values()));
            case WHO -> List.of(ENTERPRISES, SMALL, PEOPLE);
            case STATUS -> codes(List.of(Status.values()));
            case WINDOW -> codes(List.of(WindowState.values()));
        };
    }

    private static List<String> codes(Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .sorted()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
