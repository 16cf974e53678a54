package org.lingqu.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A file that a person takes away. */
public final class Download {

    private Download() {}

    /**
     * Begins one. It is kept by nobody on the way, since what it holds depends on who asks.
     *
     * @param name as it is saved, in any script; its ending says what it is: {@code .xlsx} or {@code .csv}
     * @return where its bytes go
     */
    public static OutputStream begin(HttpServletResponse response, String name) throws IOException {
        response.setContentType(type(name));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(name));
        return response.getOutputStream();
    }

    /** The header by which a browser saves it under a name in any script. */
    public static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "csv" -> "text/csv;charset=UTF-8";
            default -> throw new IllegalArgumentException("no type is known for " + name);
        };
    }
}
