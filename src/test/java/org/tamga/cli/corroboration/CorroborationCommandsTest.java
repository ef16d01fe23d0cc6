package org.tamga.cli.corroboration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.cli.Console;
import org.tamga.cli.ExitStatus;
import org.tamga.vault.SystemDisk;
import org.tamga.web.PageServer;

/** What people type to see events and figures and to decide about them, and what they see. */
class CorroborationCommandsTest {
  private static final String GAZETTE =
      "The Harbour Union, the Crew Association, the Tolmar Bar Association and the Quay Council are"
          + " calling on Governor Anso Reld, in a joint letter released on March 28, 2031, to"
          + " reopen the northern ferry.\n\nThe letter urges Reld to release the detained crews and"
          + " to publish the harbour accounts.\n\nAbout 250 Tolmars were detained in Esker, the"
          + " Harbour Union said.\n";
  private static final String COURIER =
      "Four harbour groups have urged Governor Anso Reld to release the detained crews and publish"
          + " the harbour accounts.\n\nIn a letter to the governor, the groups said the crews had"
          + " done nothing wrong.\n\nThe groups' letter calls on Reld to meet the families of the"
          + " crews.\n\nBut 900 Tolmars were detained in Esker, <script>alert(1)</script> said.\n";

  private static Path whole = Path.of("");

  private final Path folder;
  private final Console console = new Console();

  CorroborationCommandsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--archive", folder.resolve("archive").toString()));
    if (List.of("init", "add", "decide", "destroy").contains(command)) {
      line.addAll(List.of("--keys", folder.resolve("keys").toString()));
    }
    line.addAll(List.of(arguments));
    return console.run(line.toArray(String[]::new));
  }

  /** Made once, because to read and annotate takes seconds; each test has a copy. */
  @BeforeAll
  static void archiveOfTwoDocuments(@TempDir Path made) throws IOException {
    whole = made;
    Path press = Files.createDirectory(whole.resolve("press"));
    Files.writeString(press.resolve("gazette.txt"), GAZETTE);
    Files.writeString(press.resolve("courier.txt"), COURIER);
    Console console = new Console();
    int status =
        console.run(
            "add",
            "--archive",
            whole.resolve("archive").toString(),
            "--keys",
            whole.resolve("keys").toString(),
            press.toString());
    assertEquals(ExitStatus.GOOD, status, console.err());
  }

  @BeforeEach
  void copyOfTheArchive() throws IOException {
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.sorted().toList()) {
        Path copy = folder.resolve(whole.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private List<String> events() {
    assertEquals(ExitStatus.GOOD, run("event", "--json", "letter"), console.err());
    return console.out().lines().toList();
  }

  private static String id(String line) {
    Matcher id = Pattern.compile("\"id\":\"sha256:([0-9a-f]{64})").matcher(line);
    assertTrue(id.find(), line);
    return id.group(1);
  }

  @Test
  void peopleSplitAndTakeItBack() {
    List<String> found = events();
    assertEquals(1, found.size(), found.toString());
    String line = found.getFirst();
    assertTrue(line.contains("\"file\":\"gazette.txt\""), line);
    assertTrue(line.contains("\"file\":\"courier.txt\""), line);
    assertTrue(line.contains("\"exact\":\"reopen the northern ferry\""), line);
    assertTrue(line.contains("\"onlyIn\":\"gazette.txt\""), line);

    String report = id(line);
    assertEquals(
        ExitStatus.GOOD,
        run("decide", "split", report.substring(0, 12), "--reason", "two letters"),
        console.err());
    assertEquals(2, events().size());
    run("rebuild");
    assertEquals(2, events().size(), "a rebuild keeps what people decided");
    assertTrue(events().getFirst().contains("\"reason\":\"two letters\""), console.out());
    assertEquals(ExitStatus.GOOD, run("verify"), console.out());

    assertEquals(ExitStatus.GOOD, run("decide", "undo", report, "--reason", "one after all"));
    assertEquals(1, events().size());
    assertTrue(events().getFirst().contains("\"decision\":\"undone\""), "and says so");
    assertEquals(
        ExitStatus.FINDINGS,
        run("decide", "undo", report, "--reason", "again"),
        "there is nothing left to undo");
  }

  @Test
  void anOriginIsNamedAndADocumentThatIsDestroyedTakesItsPartAway() {
    String report = id(events().getFirst());
    run("decide", "split", report, "--reason", "two");
    assertEquals(ExitStatus.GOOD, run("decide", "origin", report, "--reason", "the letter itself"));
    assertTrue(console.out().contains("Sealed"), console.out());
    assertTrue(events().stream().anyMatch(line -> line.contains("\"origin\":\"sha256:" + report)));
    run("list");
    String document = console.out().lines().findFirst().orElseThrow().substring(0, 12);
    assertEquals(ExitStatus.GOOD, run("destroy", document, "--reason", "asked for"), console.err());
    assertEquals(1, events().size());
    assertEquals(ExitStatus.GOOD, run("verify"), console.out());
  }

  @Test
  void figuresAreLaidSideBySide() {
    assertEquals(ExitStatus.GOOD, run("figures", "--json", "detained"), console.err());
    String line = console.out();
    assertTrue(line.contains("\"low\":250"), line);
    assertTrue(line.contains("\"low\":900"), line);
    assertTrue(line.contains("\"kind\":\"contradicts\""), line);
    assertFalse(line.contains("575"), "nothing is averaged");
    run("figures", "detained");
    assertTrue(console.out().contains("1 genealogy"), console.out());
    assertTrue(console.out().contains("not counted yet; run tamga echoes"), console.out());
    run("echoes");
    run("figures", "detained");
    assertTrue(console.out().contains("  sources: 2 documents"), console.out());
    run("figures", "--json", "detained");
    assertTrue(console.out().contains("\"sources\":{\"documents\":2,\"least\":"), console.out());
    assertEquals(ExitStatus.GOOD, run("figures", "--svg", "detained"));
    assertTrue(console.out().startsWith("<svg xmlns="), console.out());
    assertEquals(ExitStatus.WRONG_USAGE, run("figures", "--svg", "nothinglikeit"));
  }

  @Test
  void documentsOfOneOriginAreSplitAndJoinedByPeople() throws Exception {
    Path copies = Files.createDirectory(folder.resolve("copies"));
    Files.writeString(copies.resolve("copy.txt"), "Esker Courier\n\n" + GAZETTE);
    run("add", copies.toString());
    run("echoes", "--json");
    String group =
        console.out().lines().filter(line -> line.contains("copy.txt")).findFirst().get();
    Matcher document = Pattern.compile("\"document\":\"sha256:([0-9a-f]{64})").matcher(group);
    assertTrue(document.find());
    String one = document.group(1);
    run("decide", "origin", one, "--reason", "it has the stamp of the union");
    run("echoes", "--json");
    assertTrue(console.out().contains("\"origin\":\"sha256:" + one), console.out());
    assertEquals(ExitStatus.GOOD, run("decide", "split", one, "--reason", "no"), console.err());
    run("echoes", "--json");
    assertTrue(
        console.out().lines().noneMatch(line -> line.contains("\"document\":\"sha256:" + one)),
        "what people split is no echo any more: " + console.out());
    run("decide", "undo", one, "--reason", "yes");
    run("echoes", "--json");
    assertTrue(console.out().contains("\"decision\":\"split\""), console.out());
    assertTrue(console.out().contains("\"counts\":false"), console.out());
    try (PageServer pages =
        PageServer.start(
            new SystemDisk(), folder.resolve("archive"), InetAddress.getLoopbackAddress(), 0)) {
      Document page = page(pages, "echoes/" + one);
      assertTrue(page.select("svg desc").text().contains("Esker Courier"), page.text());
      assertEquals(1, page(pages, "echoes").select("ol.documents > li").size());
    }
  }

  @Test
  void whatCannotBeIsRefusedInWords() {
    String figure = figure();
    assertEquals(
        ExitStatus.FINDINGS,
        run("decide", "join", id(events().getFirst()), figure, "--reason", "no"));
    assertTrue(console.err().contains("error: reports of events, figures"), console.err());
    assertEquals(ExitStatus.WRONG_USAGE, run("decide", "join", figure, "--reason", "no"));
    assertEquals(ExitStatus.FINDINGS, run("decide", "split", "abcdef00", "--reason", "no"));
  }

  private String figure() {
    run("figures", "--json", "detained");
    return id(console.out());
  }

  @Test
  void pagesShowThemWithTheExactWords() throws Exception {
    String figure = figure();
    try (PageServer pages =
        PageServer.start(
            new SystemDisk(), folder.resolve("archive"), InetAddress.getLoopbackAddress(), 0)) {
      Document page = page(pages, "figures/" + figure);
      assertEquals(1, page.select("svg title").size());
      assertEquals(2, page.select("section:first-of-type blockquote a").size());
      String address = page.select("li.said blockquote a").attr("href");
      String anchor = address.substring(address.indexOf('#') + 1);
      Document text = page(pages, address.substring(1, address.indexOf('#')));
      assertTrue(text.getElementById(anchor) != null, "the words are there: " + address);
      assertTrue(page.select("script").isEmpty(), "what stands in a document runs nowhere");
      Document list = page(pages, "events");
      String event = list.select("ol.documents a").attr("href");
      assertTrue(page(pages, event.substring(1)).text().contains("reopen the northern ferry"));
      assertTrue(page(pages, "events/" + "0".repeat(64)).text().contains("nothing to show"));
    }
  }

  @Test
  void othersSeeNothingOfWhatMayNotBeShared() throws Exception {
    Path more = Files.createDirectory(folder.resolve("more"));
    Files.writeString(more.resolve("secret.txt"), "Exactly 777 Tolmars were detained in Esker.\n");
    Path manifest = more.resolve("known.csv");
    Files.writeString(manifest, "path,handling\nsecret.txt,restricted\n");
    run("add", "--manifest", manifest.toString(), more.resolve("secret.txt").toString());
    String figure = figure();
    assertTrue(console.out().contains("777"), "the keeper sees it: " + console.out());
    assertTrue(console.out().contains("\"access\":\"restricted\""), "and how it may be used");
    run("decide", "origin", figure, "--reason", "told by Quill the ferryman");
    try (PageServer pages =
        PageServer.start(
            new SystemDisk(),
            folder.resolve("archive"),
            InetAddress.getByAddress(new byte[4]),
            0)) {
      String address = pages.address().replace("0.0.0.0", "127.0.0.1");
      List<String> paths = new ArrayList<>(List.of("figures", "events", "echoes"));
      paths.add(page(address, "figures").select("ol.documents a").attr("href").substring(1));
      for (String path : paths) {
        String all = page(address, path).outerHtml();
        assertFalse(all.contains("777"), path + ": " + all);
        assertFalse(all.contains("Quill"), path);
        assertFalse(all.contains("keeper"), path);
        assertFalse(all.contains(".txt"), "names of files are the keeper's: " + path);
      }
      assertTrue(page(address, paths.getLast()).text().contains("900"), "what is open is there");
    }
  }

  private static Document page(PageServer pages, String path) throws Exception {
    return page(pages.address(), path);
  }

  private static Document page(String address, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address).resolve(path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return Jsoup.parse(client.send(request, BodyHandlers.ofString()).body());
    }
  }
}
