package org.lingqu.bench.match;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.Expression;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.ExpressionEvaluator;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.lingqu.engine.policy.column.Rows;

/** The same rule in engines that look at one firm at a time. Two-valued engines get NaN where a fact is missing. */
final class Engines {

    private static final List<String> NAMES = List.of("rd", "rev", "rev1", "hi", "staff", "tech", "ip", "founded");

    private Engines() {}

    /** What Janino compiles the rule into. */
    public interface Compiled {
        boolean decide(
                double rd,
                double rev,
                double rev1,
                double hi,
                double staff,
                double tech,
                double ip,
                double founded,
                String ind,
                boolean bad);
    }

    static RowPeer drools(MatchFirms firms) {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(dmn(false)))))
                .getOrElseThrow(RuntimeException::new);
        DMNModel model = runtime.getModels().getFirst();
        return row -> {
            DMNContext context = runtime.newContext();
            values(firms, row, false).forEach(context::set);
            return RowPeer.of(runtime.evaluateAll(model, context).getContext().get("passes"));
        };
    }

    static RowPeer jdmn(MatchFirms firms) {
        return JdmnPeer.of(dmn(true), "urn:lingqu:bench", "passes", row -> values(firms, row, false));
    }

    static RowPeer camunda(MatchFirms firms) {
        FeelEngineApi engine = FeelEngineBuilder.forJava().build();
        ParsedExpression parsed = engine.parseExpression(Expressions.feel()).parsedExpression();
        return row ->
                RowPeer.of(engine.evaluate(parsed, values(firms, row, false)).result());
    }

    static RowPeer cel(MatchFirms firms) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("ind", SimpleType.STRING)
                .addVar("bad", SimpleType.BOOL);
        NAMES.forEach(name -> builder.addVar(name, SimpleType.DOUBLE));
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.legacyCelRuntimeBuilder().build();
        try {
            CelRuntime.Program program = runtime.createProgram(
                    compiler.compile(Expressions.ternary("ind in [" + Expressions.quoted("\"") + "]"))
                            .getAst());
            return row -> {
                try {
                    return RowPeer.of(program.eval(values(firms, row, true)));
                } catch (CelEvaluationException e) {
                    throw new IllegalStateException("CEL could not decide row " + row, e);
                }
            };
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("CEL did not take the rule", e);
        }
    }

    static RowPeer aviator(MatchFirms firms) {
        Expression compiled =
                AviatorEvaluator.newInstance().compile(Expressions.ternary("include(fields, ind)"), false);
        return row -> {
            Map<String, Object> values = values(firms, row, true);
            values.put("fields", MatchRule.FIELDS);
            return RowPeer.of(compiled.execute(values));
        };
    }

    static RowPeer janino(MatchFirms firms) {
        var evaluator = new ExpressionEvaluator();
        String among = MatchRule.FIELDS.stream()
                .sorted()
                .map(code -> "ind.equals(\"" + code + "\")")
                .collect(Collectors.joining(" || "));
        evaluator.setParentClassLoader(Engines.class.getClassLoader());
        try {
            Compiled compiled =
                    evaluator.createFastEvaluator(Expressions.ternary("(" + among + ")"), Compiled.class, new String[] {
                        "rd", "rev", "rev1", "hi", "staff", "tech", "ip", "founded", "ind", "bad"
                    });
            return row -> RowPeer.of(compiled.decide(
                    value(firms, 0, row),
                    value(firms, 1, row),
                    value(firms, 2, row),
                    value(firms, 3, row),
                    value(firms, 4, row),
                    value(firms, 5, row),
                    value(firms, 6, row),
                    value(firms, 7, row),
                    Rows.get(firms.valid.get(8), row) ? MatchFirms.INDUSTRIES.get(firms.industry[row]) : "",
                    Rows.get(firms.dishonest, row)));
        } catch (CompileException e) {
            throw new IllegalStateException("Janino did not take the rule", e);
        }
    }

    private static double value(MatchFirms firms, int figure, int row) {
        return Rows.get(firms.valid.get(figure), row) ? firms.figures().get(figure)[row] : Double.NaN;
    }

    private static Map<String, Object> values(MatchFirms firms, int row, boolean doubles) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < NAMES.size(); i++) {
            boolean known = Rows.get(firms.valid.get(i), row);
            double figure = firms.figures().get(i)[row];
            Object value = known ? (doubles ? figure : (Object) (long) figure) : (doubles ? Double.NaN : null);
            values.put(NAMES.get(i), value);
        }
        boolean industry = Rows.get(firms.valid.get(8), row);
        values.put("ind", industry ? MatchFirms.INDUSTRIES.get(firms.industry[row]) : doubles ? "" : null);
        boolean known = Rows.get(firms.valid.get(9), row);
        values.put("bad", (known || doubles) ? Rows.get(firms.dishonest, row) : null);
        return values;
    }

    /** @param typed whether inputs say what they are; otherwise anything */
    private static String dmn(boolean typed) {
        var text = new StringBuilder("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                + " id=\"d\" name=\"match\" namespace=\"urn:lingqu:bench\">");
        var inputs = new java.util.ArrayList<>(NAMES);
        inputs.add("ind");
        inputs.add("bad");
        for (String input : inputs) {
            String type = input.equals("ind") ? "string" : input.equals("bad") ? "boolean" : "number";
            text.append("<inputData id=\"i_" + input + "\" name=\"" + input + "\"><variable name=\"" + input
                    + "\" typeRef=\"" + (typed ? type : "Any") + "\"/></inputData>");
        }
        text.append("<decision id=\"p\" name=\"passes\"><variable name=\"passes\" typeRef=\""
                + (typed ? "boolean" : "Any") + "\"/>");
        for (String input : inputs) {
            text.append("<informationRequirement id=\"r_" + input + "\"><requiredInput href=\"#i_" + input
                    + "\"/></informationRequirement>");
        }
        return text.append("<literalExpression id=\"l\"><text><![CDATA[" + Expressions.feel()
                        + "]]></text></literalExpression></decision></definitions>")
                .toString();
    }
}
