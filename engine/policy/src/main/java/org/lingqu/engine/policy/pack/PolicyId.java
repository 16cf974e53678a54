package org.lingqu.engine.policy.pack;

/**
 * What a policy is called over all its versions: {@code cn/high-tech}.
 *
 * @param region the folder: {@code cn} for the country, else the code of GB/T 2260
 * @param name lower-case words joined by hyphens
 */
public record PolicyId(String region, String name) implements Comparable<PolicyId> {

    @Override
    public int compareTo(PolicyId other) {
        int byRegion = region.compareTo(other.region);
        return byRegion != 0 ? byRegion : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return region + "/" + name;
    }
}
