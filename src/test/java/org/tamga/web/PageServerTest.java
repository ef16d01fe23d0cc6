package org.tamga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.EventKind;
import org.tamga.custody.Particulars;
import org.tamga.vault.Digest;

class PageServerTest {
  private static final String LETTER =
      "Letter from Vessen\n\nMara said: \"The mill was closed in 2019.\"\n🌊 Toren said: \"No.\"\n";

  private final Path folder;

  PageServerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theListTellsWhatIsThereAndWhatWasNotRead() throws IOException {
    try (Served served = Served.in(folder)) {
      Particulars told = Particulars.NONE.with("publisher", "Vessen Post");
      Digest letter = served.archive().add("post/letter.txt", LETTER, told, null);
      served.archive().add("scan.bin", "%BINARY");
      served.catchUp();

      Document page = served.page("/");

      assertEquals("Letter from Vessen", page.select(".documents h2").get(0).text());
      assertEquals(
          "/documents/" + letter.hex(), page.select(".documents h2 a").get(0).attr("href"));
      assertTrue(page.text().contains("Publisher Vessen Post"), page.text());
      assertTrue(page.text().contains("2 statements"), page.text());
      assertEquals("scan.bin", page.select(".documents h2").get(1).text());
      assertTrue(page.text().contains("Sealed, but not read: no reader for this"), page.text());
      Document unread = served.page(page.select(".documents h2 a").get(1).attr("href"));
      assertTrue(unread.text().contains("no reader for this"), unread.text());
    }
  }

  @Test
  void wordsAndNotesLeadToOneAnother() throws IOException {
    try (Served served = Served.in(folder)) {
      Digest letter = served.archive().add("letter.txt", LETTER);
      served.catchUp();

      Document page = served.page("/documents/" + letter.hex());

      assertEquals(3, page.select(".note").size());
      for (Element note : page.select(".note")) {
        String words = note.select(".number").attr("href");
        assertTrue(words.startsWith("#a-"), words);
        assertNotNull(page.selectFirst(".text " + words), words);
        assertTrue(note.text().contains("Proposed by machine: step test/pattern, version 1"));
      }
      for (Element reference : page.select(".text .reference")) {
        assertNotNull(page.selectFirst(".notes " + reference.attr("href")));
      }
      assertEquals("2019", page.select("mark.date").text());
      assertEquals("Mara", page.select(".note.statement strong").get(0).text());
      assertTrue(page.select(".text mark").text().contains("The mill was closed in"));
      assertEquals("en", page.select("html").attr("lang"));
      assertEquals("auto", page.select(".block p").attr("dir"));
      assertEquals(1, page.select("main").size());
    }
  }

  @Test
  void whatPeopleDecidedStandsBesideTheProposal() throws IOException {
    try (Served served = Served.in(folder)) {
      Digest letter = served.archive().add("letter.txt", LETTER);
      served.catchUp();
      String rejected;
      try (var record = org.tamga.record.ArchiveRecord.open(served.archive().view())) {
        rejected = record.annotations(letter).getFirst().id();
      }
      served.archive().decide(letter, rejected, "rejected");
      served.catchUp();

      Document page = served.page("/documents/" + letter.hex());

      assertEquals(1, page.select(".note.rejected").size());
      assertTrue(page.select(".note.rejected").text().contains("rejected by tamga/test/keeper"));
      assertEquals(2, page.select(".text .reference").size());
    }
  }

  @Test
  void custodyCanBeCheckedByHand() throws Exception {
    try (Served served = Served.in(folder)) {
      Digest letter = served.archive().add("letter.txt", LETTER);
      served.archive().remove(EventKind.WITHHELD, letter);
      served.catchUp();

      Document page = served.page("/documents/" + letter.hex() + "/custody");

      assertEquals(
          List.of("acquired", "withheld, signed by a person"),
          page.select(".events dl > div:first-child dd").eachText());
      assertTrue(page.text().contains("asked for"), page.text());
      String command = page.select(".steps pre").get(0).text();
      assertTrue(command.startsWith("sha256sum vault/"), command);
      Path bytes = served.archive().folder().resolve(command.substring("sha256sum ".length()));
      assertEquals(letter, Digest.of(Files.readAllBytes(bytes)));
      assertTrue(page.text().contains("java -jar tamga-verify.jar ."));
      assertTrue(page.text().contains("python3 verify.py ."));
      for (Element event : page.select(".events > li")) {
        MessageDigest leaf = MessageDigest.getInstance("SHA-256");
        leaf.update((byte) 0);
        leaf.update(event.select("pre").text().getBytes(StandardCharsets.UTF_8));
        assertEquals(Digest.of(leaf).hex(), event.select(".digest code").text());
      }
      Path checkpoint = served.archive().folder().resolve("log/checkpoint");
      assertTrue(
          page.select("section[aria-labelledby=point] pre")
              .get(0)
              .wholeText()
              .contains(Files.readString(checkpoint).strip()));
      assertTrue(served.page("/").select(".mark.withheld").text().contains("withheld"));
    }
  }

  @Test
  void theLogIsServedAsItsSpecificationAsksAndNothingElseIs() throws IOException {
    try (Served served = Served.in(folder)) {
      served.archive().add("letter.txt", LETTER);
      served.catchUp();
      Path log = served.archive().folder().resolve("log");
      long size = served.archive().view().size();

      HttpResponse<String> checkpoint = served.get("/log/checkpoint");
      assertEquals(Files.readString(log.resolve("checkpoint")), checkpoint.body());
      assertTrue(header(checkpoint, "Content-Type").startsWith("text/plain"));
      assertEquals("no-store", header(checkpoint, "Cache-Control"));

      HttpResponse<String> tile = served.get("/log/tile/entries/000.p/" + size);
      assertEquals(200, tile.statusCode());
      assertEquals("application/octet-stream", header(tile, "Content-Type"));
      assertTrue(header(tile, "Cache-Control").contains("immutable"));

      for (String none :
          List.of(
              "/log/tile/0/000.p/" + (size + 1),
              "/log/tile/0/000",
              "/log/tile/..%2f..%2farchive.json",
              "/log/tile/%2e%2e/%2e%2e/archive.json",
              "/disclosures/000.jsonl",
              "/vault/ab",
              "/archive.json")) {
        assertEquals(404, served.get(none).statusCode(), none);
      }
    }
  }

  @Test
  void everyAnswerKeepsABrowserFromDoingMoreThanShow() throws IOException {
    try (Served served = Served.in(folder)) {
      Digest letter = served.archive().add("letter.txt", LETTER);
      served.catchUp();
      String document = "/documents/" + letter.hex();
      List<String> all =
          List.of(
              "/",
              "/about",
              "/search?q=mill",
              document,
              document + "/custody",
              document + "/original",
              "/log/checkpoint",
              "/tamga.css",
              "/icon.svg",
              "/nowhere",
              "/documents/zz");
      for (String path : all) {
        for (String method : List.of("GET", "HEAD")) {
          HttpResponse<String> answer = served.ask(method, path);
          String policy = header(answer, "Content-Security-Policy");
          assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), path);
          assertFalse(policy.contains("unsafe") || policy.contains("script-src"), policy);
          assertEquals("nosniff", header(answer, "X-Content-Type-Options"), path);
          assertEquals("no-referrer", header(answer, "Referrer-Policy"), path);
          assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"), path);
          assertEquals("no-store", header(answer, "Cache-Control"), path);
          assertEquals(
              header(served.get(path), "Content-Type"), header(answer, "Content-Type"), path);
        }
      }
      for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
        assertEquals(405, served.ask(method, "/").statusCode(), method);
      }
      String malformed = served.raw("GET /% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertTrue(malformed.startsWith("HTTP/1.1 400"), malformed);
      assertTrue(malformed.contains("Content-Security-Policy: default-src 'none'"), malformed);
      assertFalse(malformed.contains("Jetty") || malformed.contains("Exception"), malformed);
    }
  }

  @Test
  void aForeignNameForThisMachineIsRefused() throws IOException {
    try (Served served = Served.in(folder)) {
      served.archive().add("letter.txt", LETTER);
      served.catchUp();
      int port = served.address().getPort();
      for (String host : List.of("evil.example:" + port, "evil.example", "127.0.0.1.evil:80")) {
        String answer =
            served.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 421"), host + " got " + answer);
        assertFalse(answer.contains("Vessen"), answer);
      }
      for (String host : List.of("127.0.0.1:" + port, "localhost:" + port, "LOCALHOST:" + port)) {
        String answer =
            served.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200"), host + " got " + answer);
      }
    }
  }

  @Test
  void theOriginalIsOnlyEverOfferedForDownload() throws IOException {
    try (Served served = Served.in(folder)) {
      String name = "a\"\r\nSet-Cookie: x=1\r\n<script>\u202egpj.exe";
      Digest page = served.archive().add(name, "<script>alert(1)</script>");
      served.catchUp();

      HttpResponse<String> answer = served.get("/documents/" + page.hex() + "/original");

      assertEquals("<script>alert(1)</script>", answer.body());
      assertEquals("application/octet-stream", header(answer, "Content-Type"));
      String disposition = header(answer, "Content-Disposition");
      assertTrue(disposition.startsWith("attachment; filename=\""), disposition);
      assertFalse(disposition.contains("<") || disposition.contains("\u202e"), disposition);
      assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }
  }

  @Test
  void nothingOfADestroyedDocumentIsShownEvenBeforeTheRecordKnows() throws IOException {
    try (Served served = Served.in(folder)) {
      Digest letter = served.archive().add("letter.txt", LETTER);
      Digest other = served.archive().add("other.txt", "Another text about the harbour");
      var link =
          new org.tamga.custody.CustodyEvent.Linked(
              other,
              org.tamga.custody.CustodyEvent.Relation.VERSION_OF,
              letter,
              "2026-03-01T10:00:00.000Z");
      served.archive().log(List.of(new Draft(link, null, null)));
      served.catchUp();
      served.archive().remove(EventKind.DESTROYED, letter);

      assertNothingIsLeft(served, letter, other);
      assertTrue(served.page("/").text().contains("1 event behind the log"));
      served.catchUp();
      assertNothingIsLeft(served, letter, other);
    }
  }

  private static void assertNothingIsLeft(Served served, Digest gone, Digest other)
      throws IOException {
    for (String path :
        List.of(
            "/",
            "/search?q=mill",
            "/documents/" + gone.hex(),
            "/documents/" + gone.hex() + "/custody",
            "/documents/" + gone.hex() + "/original",
            "/documents/" + other.hex(),
            "/documents/" + other.hex() + "/custody")) {
      String body = served.get(path).body();
      for (String word : List.of("Vessen", "Mara", "Toren", "letter.txt", gone.hex())) {
        assertFalse(body.contains(word), word + " is on " + path);
      }
    }
    assertEquals(404, served.get("/documents/" + gone.hex()).statusCode());
    assertEquals(404, served.get("/documents/" + gone.hex() + "/original").statusCode());
  }

  @Test
  void manyDocumentsAreTurnedPageByPage() throws IOException {
    try (Served served = Served.in(folder)) {
      List<Draft> drafts = new ArrayList<>();
      for (int i = 1; i <= 120; i++) {
        drafts.add(served.archive().draft("n" + i + ".txt", "Note " + i, Particulars.NONE, null));
      }
      served.archive().log(drafts);
      served.catchUp();

      assertEquals(50, served.page("/").select(".documents > li").size());
      Document last = served.page("/?page=3");
      assertEquals(20, last.select(".documents > li").size());
      assertEquals("Note 120", last.select(".documents h2").get(19).text());
      assertEquals("101", last.select(".documents").attr("start"));
      assertEquals("Note 51", served.page("/?page=2").select(".documents h2").get(0).text());
      assertEquals(20, served.page("/?page=999").select(".documents > li").size());
      for (String odd : List.of("0", "-3", "x", "99999999999999999999", "")) {
        assertEquals(200, served.get("/?page=" + odd).statusCode(), odd);
      }
    }
  }

  @Test
  void searchShowsTheWordsInTheirPlace() throws IOException {
    try (Served served = Served.in(folder)) {
      Digest letter = served.archive().add("letter.txt", LETTER);
      served.archive().add("other.txt", "Another text about the harbour");
      served.catchUp();

      Document page = served.page("/search?q=mill");

      assertEquals(1, page.select(".documents > li").size());
      assertEquals("/documents/" + letter.hex(), page.select(".documents h2 a").attr("href"));
      assertEquals("mill", page.select(".snippet mark").text());
      assertEquals("mill", page.select("#query").attr("value"));
      assertEquals(0, served.page("/search?q=zzz").select(".documents > li").size());
      assertEquals(200, served.get("/search").statusCode());
      for (String odd : List.of("%22", "*", "-", "%3Cscript%3E", "a%00b", "(", "type:", "~~~")) {
        assertEquals(200, served.get("/search?q=" + odd).statusCode(), odd);
      }
    }
  }

  @Test
  void aPageNeverWrites() throws IOException {
    try (Served served = Served.in(folder)) {
      Digest letter = served.archive().add("letter.txt", LETTER);
      served.catchUp();
      served.archive().add("later.txt", "Later");
      Map<String, String> before = files(served.archive().folder());

      for (String path : List.of("/", "/search?q=mill", "/documents/" + letter.hex())) {
        assertEquals(200, served.get(path).statusCode());
      }

      assertEquals(before, files(served.archive().folder()));
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Digest.of(Files.readAllBytes(file)).hex());
      }
    }
    return files;
  }

  @Test
  void aRecordThatIsNotThereIsSaidAndNotMade() throws IOException {
    try (Served served = Served.in(folder)) {
      served.archive().add("letter.txt", LETTER);

      HttpResponse<String> answer = served.get("/");

      assertEquals(503, answer.statusCode());
      assertTrue(answer.body().contains("tamga rebuild"), answer.body());
      assertFalse(Files.exists(served.archive().folder().resolve("derived")));
    }
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
