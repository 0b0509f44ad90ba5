package souk.edge.shell.metrics;

import static souk.edge.shell.metrics.PrometheusText.Type.COUNTER;
import static souk.edge.shell.metrics.PrometheusText.Type.GAUGE;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Figures of the Java virtual machine. */
final class JvmMetrics {
  void write(PrometheusText text) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    String used = "Memory in use.";
    text.sample(
        GAUGE,
        "jvm_memory_used_bytes",
        used,
        memory.getHeapMemoryUsage().getUsed(),
        "area",
        "heap");
    text.sample(
        GAUGE,
        "jvm_memory_used_bytes",
        used,
        memory.getNonHeapMemoryUsage().getUsed(),
        "area",
        "nonheap");
    text.sample(
        GAUGE,
        "jvm_memory_max_bytes",
        "Most memory that may be used.",
        memory.getHeapMemoryUsage().getMax(),
        "area",
        "heap");
    text.sample(
        GAUGE,
        "jvm_threads_current",
        "Live threads.",
        ManagementFactory.getThreadMXBean().getThreadCount());
    text.sample(
        GAUGE,
        "jvm_classes_loaded",
        "Classes loaded now.",
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
      text.sample(
          COUNTER,
          "jvm_gc_collections_total",
          "Garbage collections.",
          Math.max(0, gc.getCollectionCount()),
          "gc",
          gc.getName());
      text.sample(
          COUNTER,
          "jvm_gc_seconds_total",
          "Time spent in garbage collections.",
          Math.max(0, gc.getCollectionTime()) / 1e3,
          "gc",
          gc.getName());
    }
    text.sample(
        GAUGE,
        "process_uptime_seconds",
        "Time since the start of the process.",
        ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .ifPresent(
            cpu ->
                text.sample(
                    COUNTER,
                    "process_cpu_seconds_total",
                    "Processor time used.",
                    cpu.toMillis() / 1e3));
  }
}
