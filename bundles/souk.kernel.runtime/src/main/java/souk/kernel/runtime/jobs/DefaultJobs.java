package souk.kernel.runtime.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobWork;
import souk.kernel.api.Jobs;
import souk.kernel.runtime.routing.CancelledThreads;

/** Runs jobs on a few threads of its own and shared tasks on workers, one per processor. */
@Component(service = {Jobs.class, CancelledThreads.class})
public final class DefaultJobs implements Jobs, CancelledThreads {
  private static final Logger LOG = LoggerFactory.getLogger(DefaultJobs.class);
  private static final int WAITING_LIMIT = 500;
  private static final int KEPT_LIMIT = 200;
  private static final int JOB_THREADS = 4;
  private static final long IDLE_SECONDS = 5;

  private final Clock clock;
  private final JobBoard board = new JobBoard(WAITING_LIMIT, KEPT_LIMIT);
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Thread, Job> jobByThread = new ConcurrentHashMap<>();
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ThreadPoolExecutor runners = pool(JOB_THREADS, "souk-job-");
  private final ThreadPoolExecutor workers = pool(processors, "souk-worker-");

  @Activate
  public DefaultJobs() {
    this(Clock.systemUTC());
  }

  DefaultJobs(Clock clock) {
    this.clock = clock;
  }

  @Deactivate
  void deactivate() {
    board.list().forEach(Job::cancel);
    runners.shutdownNow();
    workers.shutdownNow();
  }

  @Override
  public JobStatus submit(String kind, Actor actor, JobWork work) {
    String id = Long.toString(clock.millis(), 36) + "-" + numbers.incrementAndGet();
    Job job = new Job(id, kind, actor, work, clock);
    board.add(job);
    runners.execute(this::runNext);
    return job.status();
  }

  @Override
  public Optional<JobStatus> find(String id) {
    return board.find(id).map(Job::status);
  }

  @Override
  public List<JobStatus> list() {
    return board.list().stream().map(Job::status).toList();
  }

  @Override
  public boolean cancel(String id) {
    return board.find(id).map(Job::cancel).orElse(false);
  }

  @Override
  public <T> List<T> parallel(List<? extends Callable<T>> tasks) throws Exception {
    Job job = jobByThread.get(Thread.currentThread());
    ParallelRun<T> run = new ParallelRun<>(tasks, () -> job != null && job.cancelled());
    for (int i = 1; i < Math.min(processors, tasks.size()); i++) {
      try {
        workers.execute(() -> as(job, run::help));
      } catch (RejectedExecutionException e) {
        LOG.debug("No helper is free; the asking thread works alone.", e);
        break;
      }
    }
    run.help();
    return run.results();
  }

  @Override
  public boolean cancelled(Thread thread) {
    Job job = jobByThread.get(thread);
    return job != null && job.cancelled();
  }

  private void runNext() {
    Job job = board.next();
    if (job == null) {
      return;
    }
    try {
      as(job, job::run);
    } finally {
      board.ended(job);
      if (!runners.isShutdown()) {
        runners.execute(this::runNext);
      }
    }
  }

  private void as(@Nullable Job job, Runnable work) {
    Thread thread = Thread.currentThread();
    Job before = job == null ? null : jobByThread.put(thread, job);
    try {
      work.run();
    } finally {
      if (before != null) {
        jobByThread.put(thread, before);
      } else if (job != null) {
        jobByThread.remove(thread);
      }
      thread.setContextClassLoader(DefaultJobs.class.getClassLoader());
    }
  }

  private static ThreadPoolExecutor pool(int threads, String prefix) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new JobThreads(prefix));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
