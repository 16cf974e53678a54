package org.lingqu.jobs;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** How a job finds its cluster: what spark-submit says, else the processors of this machine. */
final class Spark {

    private Spark() {}

    static SparkSession session(String name) {
        SparkConf conf = new SparkConf();
        boolean alone = !conf.contains("spark.master");
        if (alone) {
            conf.setMaster("local[*]")
                    .set("spark.ui.enabled", "false")
                    .set("spark.driver.host", "localhost")
                    .set("spark.driver.bindAddress", "127.0.0.1");
        }
        return SparkSession.builder()
                .appName(name)
                .config(conf)
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }
}
