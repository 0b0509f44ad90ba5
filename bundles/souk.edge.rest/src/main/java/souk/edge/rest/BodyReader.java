package souk.edge.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Api;

/**
 * Collects a body as it comes, without a thread that waits for it: slow clients take memory for
 * what they sent and nothing else.
 */
final class BodyReader implements ReadListener {
  private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);
  private static final int PIECE = 8_192;

  private final AsyncContext context;
  private final ServletInputStream in;
  private final HttpServletResponse response;
  private final Api.Turn turn;
  private final long deadline;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(1_024);
  private final byte[] piece = new byte[PIECE];
  private boolean answered;

  private BodyReader(
      AsyncContext context,
      ServletInputStream in,
      HttpServletResponse response,
      Api.Turn turn,
      long deadline) {
    this.context = context;
    this.in = in;
    this.response = response;
    this.turn = turn;
    this.deadline = deadline;
  }

  static void start(
      HttpServletRequest request, HttpServletResponse response, Api.Turn turn, int seconds)
      throws IOException {
    AsyncContext context = request.startAsync(request, response);
    // The time without a byte is limited by the connection; the whole time by the deadline.
    context.setTimeout(0);
    long deadline = System.nanoTime() + seconds * 1_000_000_000L;
    ServletInputStream in = request.getInputStream();
    in.setReadListener(new BodyReader(context, in, response, turn, deadline));
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!answered && in.isReady()) {
      int read = in.read(piece);
      if (read < 0) {
        return;
      }
      body.write(piece, 0, read);
      if (body.size() > turn.maxBody()) {
        answer(turn.tooLarge(), System.nanoTime());
      } else if (System.nanoTime() - deadline > 0 && !in.isFinished()) {
        answer(turn.tooSlow(), System.nanoTime());
      }
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    if (!answered) {
      long began = System.nanoTime();
      answer(turn.finish(body.toByteArray()), began);
    }
  }

  @Override
  public void onError(Throwable failure) {
    LOG.debug("A body did not arrive.", failure);
    if (!answered) {
      try {
        answer(turn.tooSlow(), System.nanoTime());
      } catch (IOException gone) {
        LOG.debug("The client is gone.", gone);
      }
    }
  }

  private void answer(Answer answer, long began) throws IOException {
    answered = true;
    try {
      ApiServlet.write(answer, response, began);
    } finally {
      context.complete();
    }
  }
}
