package org.lingqu.bench.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Requests that come when they come, whether or not those before are answered, as people's do. A time is counted from the moment
 * the request was due, so that a stall shows in all that waited.
 */
final class OpenLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private OpenLoad() {}

    /**
     * What came of it; times in milliseconds.
     *
     * @param errors answers other than 200, and none
     */
    record Outcome(int requests, int errors, double median, double p99, double longest) {
        @Override
        public String toString() {
            return "%d requests, %d errors, median %.1f ms, p99 %.1f ms, longest %.0f ms"
                    .formatted(requests, errors, median, p99, longest);
        }
    }

    /** @param path of the request with a number */
    @SuppressWarnings("FutureReturnValueIgnored") // the latch counts them
    static Outcome run(String address, int perSecond, int seconds, IntFunction<String> path)
            throws InterruptedException {
        int count = perSecond * seconds;
        var nanos = new long[count];
        var errors = new AtomicInteger();
        var open = new CountDownLatch(count);
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int number = i;
                long due = begin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                HttpRequest request = HttpRequest.newBuilder(URI.create(address + path.apply(i)))
                        .timeout(PATIENCE)
                        .build();
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .whenComplete((answer, problem) -> {
                            nanos[number] = System.nanoTime() - due;
                            if (problem != null || answer.statusCode() != 200) {
                                errors.incrementAndGet();
                            }
                            open.countDown();
                        });
            }
            open.await();
        }
        Arrays.sort(nanos);
        return new Outcome(count, errors.get(), at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length))] / 1e6;
    }
}
