package org.lingqu.engine.text.source;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of a PDF, put together to paragraphs: a line that reaches the right margin goes on in the next. */
final class PdfLines extends PDFTextStripper {

    private static final long PATIENCE = 2_000_000_000L;

    /** Time or room ran out. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** One printed line and where it begins and ends on the page, in points. */
    private record Printed(int page, String text, float left, float right) {}

    private final Limits limits;
    private final List<Printed> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final long deadline = System.nanoTime() + PATIENCE;
    private float left = Float.MAX_VALUE;
    private float right;
    private int characters;

    PdfLines(Limits limits) {
        this.limits = limits;
        setSortByPosition(true);
    }

    List<String> read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
        endLine();
        return paragraphs();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (System.nanoTime() > deadline) {
            throw new TooMuch();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        characters += text.length();
        if (characters > limits.characters() || System.nanoTime() > deadline) {
            throw new TooMuch();
        }
        line.append(text);
        if (!positions.isEmpty()) {
            left = Math.min(left, positions.getFirst().getXDirAdj());
            TextPosition last = positions.getLast();
            right = Math.max(right, last.getXDirAdj() + last.getWidthDirAdj());
        }
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private void endLine() {
        if (!line.isEmpty()) {
            lines.add(new Printed(getCurrentPageNo(), line.toString(), left, right));
        }
        line.setLength(0);
        left = Float.MAX_VALUE;
        right = 0;
    }

    private List<String> paragraphs() {
        float margin = 0;
        float indent = Float.MAX_VALUE;
        for (Printed printed : lines) {
            margin = Math.max(margin, printed.right());
            indent = Math.min(indent, printed.left());
        }
        var paragraphs = new ArrayList<String>();
        var open = new StringBuilder();
        boolean goesOn = false;
        for (Printed printed : lines) {
            String text = printed.text().strip();
            if (isPageNumber(text)) {
                continue;
            }
            boolean indented = printed.left() > indent + 14;
            if (!open.isEmpty() && (!goesOn || indented)) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
            open.append(text);
            goesOn = printed.right() > margin - 30 && !text.isEmpty();
        }
        if (!open.isEmpty()) {
            paragraphs.add(open.toString());
        }
        return paragraphs;
    }

    /** {@code 3}, {@code - 3 -}, {@code — 3 —}. */
    private static boolean isPageNumber(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return text.isEmpty();
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" -—–·".indexOf(c) < 0) {
                return false;
            }
        }
        return digits > 0 && digits < 4 && digits < text.length();
    }
}
