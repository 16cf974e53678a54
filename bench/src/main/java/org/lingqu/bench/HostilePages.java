package org.lingqu.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Pages made to break a reader. They are large, so they are made when they are needed. */
final class HostilePages {

    /** @param content makes the page's bytes */
    record Hostile(String name, Supplier<byte[]> content) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String PAGE = """
            <html><head><title>云溪市关于支持创新的通知-云溪市人民政府</title></head><body><div class="nav"><a href="/">首页</a></div>
            <h1>云溪市关于支持创新的通知</h1><p>发布时间：2026-03-02 来源：云溪市科技局</p><p>云科发〔2026〕7号</p>
            <p>各有关单位：</p><p>为支持企业创新，2025年全市安排资金3000万元，同比增长12.5%。</p>
            <table><tr><th>指标<th>数值<tr><td>企业数<td>125家</table><p>联系人：王五 0000-0000000</p>
            <p>云溪市科技局</p><p>2026年3月1日</p><div>免责声明：本站转载，不代表本站观点。</div></body></html>
            """;

    private HostilePages() {}

    static List<Hostile> all() {
        return List.of(
                text("100k nested div", () -> "<div>".repeat(100_000) + "字"),
                text("100k nested b", () -> "<b>".repeat(100_000) + "字"),
                text("100k nested tables", () -> "<table><tr><td>".repeat(34_000) + "字"),
                text("100k nested formatting, misnested", () -> "<a><b><i><p>".repeat(25_000) + "字"),
                text("100k brackets", () -> "<p>" + "（".repeat(100_000)),
                text("100k entities", () -> "<p>" + "&amp;&lt;&#x4e2d;".repeat(34_000)),
                text("100k attributes", () -> "<div " + "a='b' ".repeat(100_000) + ">字</div>"),
                text("table of wide cells", () -> "<table>" + "<tr><td colspan=999999 rowspan=999999>1".repeat(3_000)),
                text("50 MB of text", () -> "研发投入增长。".repeat(2_500_000)),
                text("one line of 1 MB", () -> "研发投入100万元，增长5%，".repeat(30_000)),
                text("1 MB of 号", () -> "号".repeat(350_000)),
                text("1 MB of digits", () -> "20210101".repeat(130_000)),
                text("1 MB of labels", () -> "来源：".repeat(120_000)),
                text("100k short lines", () -> "来源:\n".repeat(99_000)),
                text("100k dates", () -> "2021-01-01\n一条没有结束的预告文字在这里写了二十多个字没有句号\n".repeat(10_000)),
                text("many lines", () -> "字\n".repeat(300_000)),
                text("NUL between characters", () -> "创\u0000新\u0000驱动发展。".repeat(1000)),
                text("nothing", () -> ""),
                text("white space", () -> " \n\t\r\u3000".repeat(1000)),
                text("only tags", () -> "<p></p>".repeat(10_000)),
                text("unfinished tag", () -> "<html><body><p class='"),
                text("unfinished comment", () -> "<html><!-- " + "-".repeat(1_000_000)),
                bytes("binary junk", () -> random(1_000_000)),
                bytes("lone surrogates", () -> "创新\ud800驱动\udc00发展。".repeat(500).getBytes(StandardCharsets.UTF_16LE)),
                bytes(
                        "GBK that claims UTF-8",
                        () -> PAGE.replace("<head>", "<head><meta charset=utf-8>")
                                .getBytes(Charset.forName("GBK"))),
                bytes("one byte", () -> new byte[] {'<'}),
                bytes("zip header alone", () -> new byte[] {'P', 'K', 3, 4}),
                bytes("PDF header alone", () -> "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
    }

    /** A page as it should be. */
    static byte[] harmless() {
        return PAGE.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static Hostile text(String name, Supplier<String> content) {
        return bytes(name, () -> content.get().getBytes(StandardCharsets.UTF_8));
    }

    private static Hostile bytes(String name, Supplier<byte[]> content) {
        return new Hostile(name, content);
    }
}
