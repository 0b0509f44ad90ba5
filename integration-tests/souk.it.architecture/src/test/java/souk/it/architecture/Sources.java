package souk.it.architecture;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What can only be seen in sources. */
final class Sources {
  private static final int MOST_LINES_OF_A_COMPONENT = 150;
  private static final int MOST_LINES = 500;

  private Sources() {}

  /** Lines that hold code: no imports, no comments, nothing empty. */
  static long codeLines(String source) {
    return source
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty() && !l.startsWith("//"))
        .filter(l -> !l.startsWith("import ") && !l.startsWith("package "))
        .count();
  }

  /** What is too long about a file. */
  static Optional<String> tooLong(String file, String source) {
    long lines = codeLines(source);
    boolean component = source.lines().anyMatch(l -> l.startsWith("@Component"));
    int most = component ? MOST_LINES_OF_A_COMPONENT : MOST_LINES;
    return lines <= most
        ? Optional.empty()
        : Optional.of(
            "%s has %d code lines; a %s may have %d"
                .formatted(file, lines, component ? "component" : "file", most));
  }

  /** True if a source catches {@code Throwable}, also as an alternative. */
  static boolean catchesThrowable(String source) {
    if (!source.contains("Throwable")) {
      return false;
    }
    boolean[] found = {false};
    parse(source)
        .accept(
            new TreeScanner<Void, Void>() {
              @Override
              public Void visitCatch(CatchTree node, Void nothing) {
                Tree type = node.getParameter().getType();
                List<? extends Tree> types =
                    type instanceof UnionTypeTree union
                        ? union.getTypeAlternatives()
                        : List.of(type);
                found[0] |= types.stream().anyMatch(t -> t.toString().endsWith("Throwable"));
                return super.visitCatch(node, nothing);
              }
            },
            null);
    return found[0];
  }

  private static CompilationUnitTree parse(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, d -> {}, List.of(), null, List.of(file));
    try {
      return task.parse().iterator().next();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
