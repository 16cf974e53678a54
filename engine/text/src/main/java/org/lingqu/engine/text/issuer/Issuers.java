package org.lingqu.engine.text.issuer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.source.Line;

/**
 * Tells who issued a page. In this order: the page's own field 发文机关; the signature above the date; the name the title begins
 * with; the code of the document number together with how the page speaks of itself (我厅); the source line; the body
 * the page names most that is what it calls itself. All but the first two are inferred, and say from what.
 */
public final class Issuers {

    private static final int LONGEST_SIGNATURE = 30;
    private static final int MOST_SIGNERS = 6;
    private static final String SPACES = " \t\u00a0\u3000\u2002\u2003";
    private static final String SELF = "厅局委部办院";

    private final OfficialNames names = new OfficialNames();
    private final NumberCodes codes = new NumberCodes();

    /**
     * The reading with its issuer, named in full, where anything tells it. Never throws.
     *
     * @param lines the page without spliced words
     */
    public ArticleReading complete(ArticleReading reading, List<Line> lines) {
        Issuer issuer = find(reading.article(), lines);
        return issuer == null
                ? reading
                : new ArticleReading(reading.article().with(issuer), reading.passages(), reading.warnings());
    }

    private @Nullable Issuer find(Article article, List<Line> lines) {
        Issuer said = article.issuer();
        if (said != null) {
            return new Issuer(names.full(said.name()), said.inferred(), said.because());
        }
        String signature = signature(lines);
        if (signature != null) {
            return new Issuer(signature, false, null);
        }
        String words = article.text().toString();
        Issuer titled = byTitle(article.title());
        if (titled != null) {
            return titled;
        }
        Issuer numbered = byNumber(article, words);
        if (numbered != null) {
            return numbered;
        }
        Issuer source = bySource(article.reprintChain());
        return source != null ? source : bySelf(words);
    }

    /** The names right above the last line that is nothing but a date. */
    private @Nullable String signature(List<Line> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (isDate(squeeze(lines.get(i)))) {
                var signers = new ArrayList<String>();
                for (int k = i - 1; k >= 0 && signers.size() < MOST_SIGNERS; k--) {
                    List<String> here = signers(lines.get(k));
                    if (here.isEmpty()) {
                        break;
                    }
                    signers.addAll(0, here);
                }
                if (!signers.isEmpty()) {
                    return String.join("、", signers);
                }
            }
        }
        return null;
    }

    /** The bodies a line names and nothing else: one, spaces inside or not, or several with spaces between. */
    private List<String> signers(Line line) {
        String whole = squeeze(line);
        if (whole.length() > LONGEST_SIGNATURE * 2) {
            return List.of();
        }
        var parts = new StringTokenizer(line.text().toString(), SPACES);
        var found = new ArrayList<String>();
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            if (!names.isOffice(part)) {
                return whole.length() <= LONGEST_SIGNATURE && names.isOffice(whole)
                        ? List.of(names.full(whole))
                        : List.of();
            }
            found.add(names.full(part));
        }
        return found;
    }

    /** {@code 广西壮族自治区人民政府办公厅关于…的通知}. */
    private @Nullable Issuer byTitle(@Nullable String title) {
        int about = title == null ? -1 : title.indexOf("关于");
        if (title == null || about < 3) {
            return null;
        }
        String name = title.substring(0, about).strip();
        return names.isOffice(name) ? new Issuer(names.full(name), true, "标题：" + name) : null;
    }

    private @Nullable Issuer byNumber(Article article, String words) {
        String number = article.documentNumber();
        if (number == null) {
            return null;
        }
        String code = NumberCodes.code(number);
        if (code.isEmpty()) {
            return null;
        }
        Optional<String> name = codes.issuer(code, String.valueOf(article.title()) + '\n' + words);
        String self = name.map(n -> self(n, words)).orElse(null);
        return name.map(n -> new Issuer(n, true, self == null ? code : code + "; " + self))
                .orElse(null);
    }

    private @Nullable Issuer bySource(List<String> chain) {
        if (chain.isEmpty() || !names.isOffice(chain.getFirst())) {
            return null;
        }
        return new Issuer(names.full(chain.getFirst()), true, "来源：" + chain.getFirst());
    }

    /** How the page speaks of itself when it is who we think: 我厅. */
    private static @Nullable String self(String name, String words) {
        String last = name.endsWith("委员会") ? "委" : name.substring(name.length() - 1);
        String self = "我" + last;
        return SELF.contains(last) && words.contains(self) ? self : null;
    }

    /** The body named most whose name ends as the page calls itself: 我局 and 灵渠市科技局. */
    private @Nullable Issuer bySelf(String words) {
        for (int i = 0; i < SELF.length(); i++) {
            String self = "我" + SELF.charAt(i);
            if (words.contains(self)) {
                var counts = new HashMap<String, Integer>();
                count(words, SELF.charAt(i), counts);
                var most = counts.entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
                if (most.isPresent()) {
                    String name = most.get().getKey();
                    return new Issuer(names.full(name), true, self + "; " + name);
                }
            }
        }
        return null;
    }

    private void count(String words, char ending, Map<String, Integer> counts) {
        for (int i = words.indexOf(ending); i >= 0; i = words.indexOf(ending, i + 1)) {
            int start = i;
            while (start > 0 && i - start < 12 && Character.isIdeographic(words.charAt(start - 1))) {
                start--;
            }
            for (int from = start; from + 3 < i; from++) {
                String name = words.substring(from, i + 1);
                boolean placed = Divisions.standard().ofOrganisation(name).isPresent();
                if (placed && names.isOffice(name)) {
                    counts.merge(name, 1, Integer::sum);
                    break;
                }
            }
        }
    }

    private static String squeeze(Line line) {
        var squeezed = new StringBuilder();
        for (int i = 0; i < line.text().length(); i++) {
            char c = line.text().charAt(i);
            if (c > ' ' && c != '\u3000' && c != '\u00a0') {
                squeezed.append(c);
            }
        }
        return squeezed.toString();
    }

    /** {@code 2021年7月16日}, {@code （二〇二一年七月十六日）}, and nothing else. */
    private static boolean isDate(String squeezed) {
        boolean bracketed = squeezed.startsWith("（") && squeezed.endsWith("）");
        String text = bracketed ? squeezed.substring(1, squeezed.length() - 1) : squeezed;
        int year = text.indexOf('年');
        int month = text.indexOf('月');
        return year == 4
                && month > year
                && text.endsWith("日")
                && text.length() <= 12
                && text.chars().allMatch(c -> "0123456789〇○零一二三四五六七八九十年月日".indexOf(c) >= 0);
    }
}
