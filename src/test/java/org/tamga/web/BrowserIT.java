package org.tamga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real browser looks at the pages of the built program, with a document made to attack it.
 *
 * <p>Whether the browser would run a script at all is tried on a page of another server first: else
 * a browser with scripts switched off would prove nothing.
 */
class BrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final long MOST_SECONDS = 120;
  private static final String MARKER = "scripthasrun";
  private static final String RUN = "document.documentElement.className=`" + MARKER + "`";

  /** Each of these sets the marker, loads something or hides everything, if it is let. */
  private static final String ATTACK =
      """
      <!DOCTYPE html>
      <html lang="en"><head><title>Harbour &lt;script&gt;RUN&lt;/script&gt; closed</title>
      <script>RUN</script></head><body><main><article>
      <h1>Harbour &lt;script&gt;RUN&lt;/script&gt; closed</h1>
      <p>The council of Tarnholm said &lt;img src=x onerror="RUN"&gt; that the harbour was closed
      in 2019. &lt;svg onload="RUN"&gt;&lt;/svg&gt;</p>
      <p onclick="RUN">Ferry captain Ulla Brandt said: “The &lt;script&gt;RUN&lt;/script&gt; boats
      have waited for two winters, and &lt;a href="javascript:RUN"&gt;nobody&lt;/a&gt; came.”</p>
      <p>&lt;/p&gt;&lt;/div&gt;&lt;/main&gt;&lt;style&gt;*{display:none!important}&lt;/style&gt;
      &lt;iframe srcdoc="&lt;script&gt;parent.RUN&lt;/script&gt;"&gt;&lt;/iframe&gt; stands there
      as text, and so does the rest of this paragraph about the harbour of Tarnholm.</p>
      <img src="x" onerror="RUN"><svg onload="RUN"></svg><script>RUN</script>
      </article></main></body></html>
      """
          .replace("RUN", RUN);

  private final Path folder;
  private final List<Process> started = new ArrayList<>();

  BrowserIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void hasBrowser() {
    assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no " + CHROMIUM);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void theBrowserRunsScriptsWhereTheyAreLet() throws Exception {
    HttpServer canary =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    canary.createContext(
        "/",
        exchange -> {
          byte[] page = ATTACK.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    canary.start();
    try {
      Document seen = browse("http://127.0.0.1:" + canary.getAddress().getPort() + "/");
      assertTrue(seen.select("html").hasClass(MARKER), "this browser runs no scripts at all");
    } finally {
      canary.stop(0);
    }
  }

  @Test
  void aHostileDocumentIsShownAndNothingRuns() throws Exception {
    String address = serve();
    String home = address.substring(0, address.length() - 1);
    Document list = browse(address);
    assertHarmless(list);
    String document = list.select(".documents h2 a").get(0).attr("href");
    for (String path : List.of(document, document + "/custody", "/search?q=harbour", "/about")) {
      assertHarmless(browse(home + path));
    }
    Document page = browse(home + document);
    assertTrue(page.text().contains("<script>" + RUN + "</script>"), page.text());
    assertTrue(page.text().contains("<img src=x onerror="), page.text());
    assertTrue(page.text().contains("the harbour of Tarnholm"), page.text());
    assertFalse(page.select(".text p").isEmpty());

    Path picture = folder.resolve("page.png");
    browse(home + document, "--screenshot=" + picture, "--window-size=1000,800");
    assertTrue(Files.size(picture) > 10_000, "the page is empty: its style or text is missing");
  }

  private static void assertHarmless(Document page) {
    assertFalse(page.select("html").hasClass(MARKER), "a script ran");
    assertEquals(1, page.select("main").size(), page.text());
    assertEquals(
        0, page.select("script, iframe, style, svg, [onerror], [onload], [onclick]").size());
    assertEquals(0, page.select("[href^=javascript]").size());
  }

  private String serve() throws Exception {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    String name = "<script>" + RUN + "<img src=x onerror=" + RUN + ">.html";
    Files.writeString(documents.resolve(name.replace('/', '_')), ATTACK);
    Process add = tamga("add", "--archive", "archive", "documents");
    assertTrue(add.waitFor(MOST_SECONDS, TimeUnit.SECONDS));
    assertEquals(0, add.exitValue(), Files.readString(folder.resolve("add.err")));
    Process serve = tamga("serve", "--archive", "archive", "--port", "0");
    try (BufferedReader out = serve.inputReader(StandardCharsets.UTF_8)) {
      String address = out.readLine();
      assertTrue(
          address != null && address.matches("http://127\\.0\\.0\\.1:[0-9]+/"),
          address + "; " + Files.readString(folder.resolve("serve.err")));
      return address;
    }
  }

  private Process tamga(String command, String... options) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Dsun.jnu.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED", "-jar"));
    line.add(Path.of("target/tamga.jar").toAbsolutePath().toString());
    line.add(command);
    line.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("TAMGA_KEYS", folder.resolve("keys").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.directory(folder.toFile());
    builder.redirectError(folder.resolve(command + ".err").toFile());
    if (!command.equals("serve")) {
      builder.redirectOutput(folder.resolve(command + ".out").toFile());
    }
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** The page as the browser has it after whatever ran. */
  private Document browse(String address, String... more) throws Exception {
    Path out = Files.createTempFile(folder, "dom", ".html");
    Path profile = Files.createTempDirectory(folder, "profile");
    List<String> line = new ArrayList<>();
    line.add(CHROMIUM.toString());
    line.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + profile));
    line.addAll(more.length == 0 ? List.of("--dump-dom") : List.of(more));
    line.add(address);
    Process browser =
        new ProcessBuilder(line)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(browser);
    assertTrue(browser.waitFor(MOST_SECONDS, TimeUnit.SECONDS), "the browser did not end");
    return Jsoup.parse(Files.readString(out));
  }
}
