package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Why a request was not answered: everything at once, as RFC 9457 has it. */
@Schema(name = "Problem", description = "没有听懂的地方，一次说全 · everything that was not understood, at once (RFC 9457)")
public record ApiProblem(String type, String title, int status, List<Detail> problems) {

    /** One thing that is wrong. */
    @Schema(name = "ProblemDetail", description = "一处问题 · one thing that is wrong")
    public record Detail(
            @Schema(description = "不变的代码 · stable code", example = "PERIOD_MALFORMED")
            String code,

            @Schema(description = "参数 · parameter", example = "from")
            String field,

            @Schema(description = "收到的值 · the value seen") String value,
            @Schema(description = "怎么办 · what to do") String advice) {}
}
