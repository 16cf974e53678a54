package org.lingqu.registry.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.pack.InstalledPack;

/** Which office awards a title, as far as the policies that grant it tell by who issued them; only proposed, an officer chooses. */
final class TitleOffices {

    private TitleOffices() {}

    /** By title; those of which no policy tells are left out. */
    static Map<String, Supplier> of(InstalledPack installed) {
        var offices = new TreeMap<String, Supplier>();
        for (Policy policy : installed.pack().policies()) {
            policy.titles()
                    .forEach(title -> office(policy.issuers()).ifPresent(office -> offices.putIfAbsent(title, office)));
        }
        return offices;
    }

    private static Optional<Supplier> office(List<String> issuers) {
        for (String issuer : issuers) {
            if (issuer.contains("科技") || issuer.contains("科学技术")) {
                return Optional.of(Supplier.SCIENCE);
            }
            if (issuer.contains("工业和信息化")) {
                return Optional.of(Supplier.INDUSTRY);
            }
        }
        return Optional.empty();
    }
}
