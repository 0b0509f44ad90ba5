package souk.edge.webconsole.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * A page of ours inside the console's frame, held back until it is whole. The frame's own scripts
 * stand inside the page; they get the one-time word that the policy names. What we write into the
 * frame never gets it, so a script that came in with data would not run.
 */
final class FramedAnswer extends HttpServletResponseWrapper {
  private static final String CONTENT = "<div class=\"souk\"";
  private static final String SCRIPT = "<script type=\"text/javascript\">";

  private final StringWriter text = new StringWriter();
  private @Nullable PrintWriter writer;

  FramedAnswer(HttpServletResponse response) {
    super(response);
  }

  @Override
  public PrintWriter getWriter() {
    PrintWriter used = writer;
    if (used == null) {
      used = new PrintWriter(text);
      writer = used;
    }
    return used;
  }

  @Override
  public void flushBuffer() throws IOException {
    if (writer == null) {
      super.flushBuffer();
    }
  }

  /** Sends the page, if one was written. */
  void send(String word) throws IOException {
    if (writer == null) {
      return;
    }
    writer.flush();
    super.getWriter().write(withWord(text.toString(), word));
  }

  static String withWord(String page, String word) {
    int content = page.indexOf(CONTENT);
    String frame = content < 0 ? page : page.substring(0, content);
    String ours = content < 0 ? "" : page.substring(content);
    String marked = frame.replace(SCRIPT, SCRIPT.replace(">", " nonce=\"" + word + "\">"));
    return marked + ours;
  }
}
