package org.tamga.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.custody.Handling;
import org.tamga.custody.Handling.Access;

/** What a manifest says is found; what is wrong with it is said, with its line. */
final class ManifestTest {
  private final Path folder;

  ManifestTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("a.txt"), "a");
    Files.writeString(folder.resolve("b.txt"), "b");
  }

  private Manifest read(String csv) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private Manifest read(byte[] csv) throws IOException {
    return Manifest.read(Files.write(folder.resolve("manifest.csv"), csv));
  }

  private Manifest.Row a(Manifest manifest) {
    return manifest.rowOf(folder.resolve("a.txt")).orElseThrow();
  }

  private static void says(Manifest manifest, String start, String part) {
    assertTrue(
        manifest.messages().stream()
            .anyMatch(m -> m.toString().startsWith(start) && m.words().contains(part)),
        () -> start + " … " + part + " is not in " + manifest.messages());
  }

  @Test
  void findsWhatIsKnownOfAFile() throws IOException {
    Manifest manifest =
        read(
            "\uFEFFPath,publisher,published,captured,author,language,source,url,handling,"
                + "versionOf\r\n"
                + "a.txt,\"River Union, Lunden\",2021-03,2021-04-02T09:30:00Z,Ana,EN-gb,mail,"
                + "https://a.example,open,b.txt\r\n\r\n");
    assertEquals(
        new Manifest.Row(
            2,
            "a.txt",
            "River Union, Lunden",
            "2021-03",
            "2021-04-02T09:30:00Z",
            "Ana",
            "en-GB",
            "mail",
            "https://a.example",
            Handling.OPEN,
            "b.txt",
            null),
        a(manifest));
    assertTrue(manifest.messages().isEmpty(), manifest.messages().toString());
    assertTrue(manifest.rowOf(folder.resolve("b.txt")).isEmpty());
  }

  @Test
  void pathsAreComparedByTheFileTheyLeadTo() throws IOException {
    Manifest manifest = read("path,author\n./x/../a.txt,Ana\n");
    assertEquals("Ana", manifest.rowOf(folder.resolve("./a.txt")).orElseThrow().author());
  }

  @Test
  void otherSeparatorsOfSpreadsheetsAreRead() throws IOException {
    assertEquals("Ana", a(read("path;author\na.txt;Ana\n")).author());
    assertEquals("Ana", a(read("path\tauthor\na.txt\tAna\n")).author());
  }

  @Test
  void saysWhatIsWrongAndWhere() throws IOException {
    says(read(""), "the manifest is empty", "empty");
    says(read("file,author\na.txt,Ana\n"), "line 1", "no column 'path'");
    says(read("path,colour\na.txt,red\n"), "line 1", "'colour' is not known");
    says(read("path,author,author\na.txt,Ana,Eva\n"), "line 1", "twice");
    says(read("path,author\n,Ana\n"), "line 2", "names no path");
    says(read("path\nc.txt\n"), "line 2", "there is no file 'c.txt'");
    says(read("path,author\n\na.txt,\"A\nB\"\nc.txt,x\n"), "line 5", "there is no file 'c.txt'");
    says(read("path,author\na.txt,\"Ana\n"), "line 2", "not closed");
    says(read("path\na\0.txt\n"), "line 2", "cannot be a path");
    says(
        read("path\nKestrova Gemälde\n".getBytes(Charset.forName("windows-1252"))), "the", "UTF-8");
  }

  @Test
  void aDateThatIsNoneIsLeftOutAloud() throws IOException {
    Manifest manifest = read("path,published,captured,author\na.txt,31/12/2021,2021-02-30,Ana\n");
    assertNull(a(manifest).published());
    assertNull(a(manifest).captured());
    assertEquals("Ana", a(manifest).author());
    says(manifest, "line 2", "published '31/12/2021' was not used");
    says(manifest, "line 2", "captured '2021-02-30' was not used");
  }

  @Test
  void aLanguageThatIsNoneIsLeftOutAloud() throws IOException {
    Manifest manifest = read("path,language\na.txt,old Kestrovan\n");
    assertNull(a(manifest).language());
    says(manifest, "line 2", "language 'old Kestrovan'");
  }

  @Test
  void readsAHandlingInParts() throws IOException {
    Manifest manifest =
        read(
            "path,handling\na.txt,"
                + "Access = restricted; consent=first name only;embargoUntil=2030-01-01;"
                + "sourceProtected=TRUE\n");
    assertEquals(
        new Handling(Access.RESTRICTED, "first name only", LocalDate.of(2030, 1, 1), true),
        a(manifest).handling());
    assertTrue(manifest.messages().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public", "access=anyone", "embargoUntil=2030-01-01", "access=open;embargoUntil=soon",
        "access=open;sourceProtected=maybe", "access=open;access=protected", "open;secret=yes", ";",
        "open restricted"
      })
  void aHandlingInDoubtIsProtected(String words) throws IOException {
    Manifest manifest = read("path,handling\na.txt," + words + "\n");
    assertEquals(HandlingWords.CLOSED, a(manifest).handling());
    says(manifest, "line 2", "protected");
  }

  @Test
  void cellsThatMayHaveShiftedCloseTheirLine() throws IOException {
    Manifest manifest = read("path,publisher,handling\na.txt,River Union, Lunden,open\n");
    assertEquals(HandlingWords.CLOSED, a(manifest).handling());
    says(manifest, "line 2", "has 4 cells, the first line 3");
  }

  @Test
  void aFileNamedTwiceKeepsTheStricterHandling() throws IOException {
    Manifest manifest = read("path,author,handling\na.txt,Ana,open\n./a.txt,Eva,protected\n");
    assertEquals("Ana", a(manifest).author());
    assertEquals(new Handling(Access.PROTECTED, null, null, false), a(manifest).handling());
    says(manifest, "line 3", "stands on line 2 already");
  }

  @Test
  void randomTablesNeverThrow() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String signs = "path,handling\n\r\";=a.txtopen\0\uFEFFé ";
    for (int round = 0; round < 500; round++) {
      StringBuilder csv = new StringBuilder(round % 2 == 0 ? "path,handling\n" : "");
      for (int i = random.nextInt(80); i > 0; i--) {
        csv.append(signs.charAt(random.nextInt(signs.length())));
      }
      try {
        read(csv.toString());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + " round " + round + ": " + csv, e);
      }
    }
  }
}
