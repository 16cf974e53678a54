package org.lingqu.bench.match;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Runs things for a while and keeps the median. */
final class Timing {

    /** One thing to be timed. */
    interface Work {
        void run() throws Exception;
    }

    /** A range of rows or words. */
    interface Range {
        void run(int from, int to);
    }

    /**
     * @param first seconds of the very first run
     * @param median seconds of all later ones
     * @param cpu median seconds of the calling thread's processor time, which other load does not lengthen
     */
    record Seconds(double first, double median, double cpu, int runs) {}

    private Timing() {}

    /** At least three runs after the first, and for at least so long. */
    static Seconds of(double atLeast, Work work) throws Exception {
        var clock = ManagementFactory.getThreadMXBean();
        double first = once(work);
        var times = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        double sum = 0;
        while (times.size() < 3 || (sum < atLeast && times.size() < 500)) {
            long before = clock.getCurrentThreadCpuTime();
            double time = once(work);
            cpu.add((clock.getCurrentThreadCpuTime() - before) / 1e9);
            times.add(time);
            sum += time;
        }
        return new Seconds(first, median(times), median(cpu), times.size());
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    static double once(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Splits a range over threads. */
    static void split(int count, int threads, Range range) throws InterruptedException, ExecutionException {
        if (threads == 1) {
            range.run(0, count);
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Object>> parts = LongStream.range(0, threads)
                    .mapToObj(i -> Executors.callable(
                            () -> range.run((int) (count * i / threads), (int) (count * (i + 1) / threads))))
                    .toList();
            for (Future<Object> part : pool.invokeAll(parts)) {
                part.get();
            }
        }
    }
}
