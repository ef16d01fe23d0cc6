package org.tamga.text.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.ReadableText.Place;
import org.tamga.text.Reading;
import org.tamga.text.Reading.Detail;
import org.tamga.text.Reading.Member;
import org.tamga.text.frame.PlaceKind;

/** Documents of the common formats are read through the wall, with their places and members. */
class FormatsTest {
  private static final String SENTENCE = "The council of Vessen met on Monday.";
  private static Wall wall;
  private static WalledReader reader;

  @BeforeAll
  static void build() throws Exception {
    TestWall.assumePossible();
    wall = Wall.standard();
    reader = new WalledReader(wall);
  }

  @AfterAll
  static void close() {
    if (wall != null) {
      wall.close();
    }
  }

  private static Reading read(String name, byte[] bytes) throws IOException {
    return read(name, bytes, new TreeMap<>());
  }

  private static Reading read(String name, byte[] bytes, Map<String, byte[]> members)
      throws IOException {
    return reader
        .find(
            new ByteArrayInputStream(bytes),
            name,
            TestWall.SOURCE,
            (path, content) -> members.put(path, content.readAllBytes()))
        .reading(Metadata.NONE);
  }

  private static ReadableText text(String name, byte[] bytes) throws IOException {
    Reading reading = read(name, bytes);
    return assertInstanceOf(Reading.Read.class, reading, reading.toString()).text();
  }

  private static String reason(String name, byte[] bytes) throws IOException {
    return assertInstanceOf(Reading.NotRead.class, read(name, bytes)).reason();
  }

  private static List<String> blocks(ReadableText text, Block.Role role) {
    int[] points = text.content().codePoints().toArray();
    return text.blocks().stream()
        .filter(block -> block.role() == role)
        .map(
            block ->
                new String(points, block.span().start(), block.span().end() - block.span().start()))
        .toList();
  }

  @Test
  void aWordFileHasHeadingsParagraphsAndRows() throws Exception {
    byte[] word =
        Written.word("Minutes", List.of(SENTENCE, "Nobody spoke."), List.of("Vessen", "6"));
    ReadableText text = text("minutes.docx", word);
    assertEquals("Minutes\n\n" + SENTENCE + "\n\nNobody spoke.\n\nVessen | 6", text.content());
    assertEquals(List.of("Minutes"), blocks(text, Block.Role.HEADING));
    assertEquals(List.of("Vessen | 6"), blocks(text, Block.Role.TABLE_ROW));
    assertEquals("en", text.metadata().language());
    assertEquals(text, text("minutes.docx", word), "the same every time");
    assertEquals(text.content(), text("a-lie.pdf", word).content(), "names lie");
  }

  @Test
  void openDocumentAndRichTextAreRead() throws Exception {
    ReadableText open = text("minutes.odt", Written.openDocument("Minutes", SENTENCE));
    assertEquals("Minutes\n\n" + SENTENCE, open.content());
    String rich = "{\\rtf1\\ansi " + SENTENCE + "\\par Six waited.\\par}";
    ReadableText richText = text("minutes.rtf", rich.getBytes(StandardCharsets.US_ASCII));
    assertEquals(SENTENCE + "\n\nSix waited.", richText.content());
  }

  @Test
  void aPdfIsReadPageByPageAndAPageWithoutTextIsMarked() throws Exception {
    ReadableText text =
        text("minutes.pdf", Written.pdf(List.of(SENTENCE, "", "Nobody spoke at all.")));
    assertEquals(SENTENCE + "\n\nNobody spoke at all.", text.content());
    assertEquals(3, text.places().size());
    Place third = text.places().get(2);
    assertEquals(PlaceKind.PAGE, third.kind());
    assertEquals(3, third.number());
    assertEquals(
        "Nobody spoke at all.", text.content().substring(third.span().start(), third.span().end()));
    assertEquals(List.of(false, true, false), text.places().stream().map(Place::picture).toList());
    assertEquals(
        "its 2 pages are pictures without a text layer",
        reason("scan.pdf", Written.pdf(List.of("", ""))));
  }

  @Test
  void mailKeepsItsHeadersAndItsAttachmentIsAMember() throws Exception {
    Map<String, byte[]> members = new TreeMap<>();
    byte[] attached = Written.pdf(List.of(SENTENCE));
    byte[] mail = Written.mail("Dear Ben,\r\nhere are the minutes.", "minutes.pdf", attached);
    Reading.Read read = assertInstanceOf(Reading.Read.class, read("x.eml", mail, members));
    assertEquals("Dear Ben,\nhere are the minutes.\n\nminutes.pdf", read.text().content());
    assertEquals("Minutes of the council", read.text().metadata().title());
    List<Detail> details = read.noted().details();
    assertTrue(details.contains(new Detail("to", "Ben Tarn <ben@vessen.example>")), "" + details);
    assertTrue(details.contains(new Detail("message-id", "<1@vessen.example>")), "" + details);
    assertEquals(List.of("minutes.pdf"), List.copyOf(members.keySet()));
    assertEquals(
        List.of("minutes.pdf"), read.noted().members().stream().map(Member::path).toList());
    org.junit.jupiter.api.Assertions.assertArrayEquals(attached, members.get("minutes.pdf"));
  }

  @Test
  void mailBoxesPartIntoMessages() throws Exception {
    String one =
        new String(Written.mail("Six waited.", "a.txt", new byte[] {65}), StandardCharsets.UTF_8);
    String box =
        "From ada Mon Sep  5 10:00:00 2022\n"
            + one.replace("\r\n", "\n")
            + "\n\n"
            + "From ben Mon Sep  5 11:00:00 2022\n"
            + one.replace("\r\n", "\n").replace("Six", "Ten")
            + "\n";
    Map<String, byte[]> members = new LinkedHashMap<>();
    read("box.mbox", box.getBytes(StandardCharsets.UTF_8), members);
    assertEquals(2, members.size(), members.keySet().toString());
    String second = new String(List.copyOf(members.values()).get(1), StandardCharsets.UTF_8);
    assertTrue(second.contains("Ten waited."), second);
  }

  @Test
  void tablesAreReadAsRowsAndSubtitlesAsLines() throws Exception {
    ReadableText table =
        text(
            "held.csv",
            Written.table(
                List.of(List.of("place", "held"), List.of("Vessen", "6"), List.of("Tarn", "10"))));
    assertEquals("place | held\nVessen | 6\nTarn | 10", table.content());
    assertEquals(3, blocks(table, Block.Role.TABLE_ROW).size());
    String subtitles =
        """
        1
        00:00:01,000 --> 00:00:02,000
        Six have waited.

        2
        00:00:03,000 --> 00:00:04,000
        Nobody came.
        """;
    ReadableText film = text("film.srt", subtitles.getBytes(StandardCharsets.UTF_8));
    assertTrue(film.content().contains("Six have waited."), film.content());
  }

  @Test
  void archivesNameAndGiveTheirMembers() throws Exception {
    byte[] plain = SENTENCE.getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> members = new TreeMap<>();
    Reading zip = read("x.zip", Written.zip(Map.of("a/minutes.txt", plain)), members);
    assertEquals("a/minutes.txt", ((Reading.Read) zip).text().content());
    assertEquals(List.of("a/minutes.txt"), List.copyOf(members.keySet()));
    members.clear();
    Reading tar = read("x.tar.gz", Written.gzip(Written.tar("a/minutes.txt", plain)), members);
    byte[] inner =
        java.util.Objects.requireNonNull(members.get(tar.noted().members().getFirst().path()));
    members.clear();
    read("x.tar", inner, members);
    assertEquals(SENTENCE, new String(members.get("a/minutes.txt"), StandardCharsets.UTF_8));
  }

  @Test
  void aBombIsStoppedByANamedLimit() throws Exception {
    byte[] zeros = new byte[80 << 20];
    String zip = reason("bomb.zip", Written.zip(Map.of("zeros", zeros)));
    assertTrue(zip.startsWith("stopped by the limit RATIO"), zip);
  }

  @Test
  void whatIsDamagedOrLockedSaysSo() throws Exception {
    byte[] word = Written.word("Minutes", List.of(SENTENCE), List.of("a"));
    String cut = reason("cut.docx", java.util.Arrays.copyOf(word, word.length / 2));
    assertTrue(cut.startsWith("it is damaged, or not what it seems"), cut);
    byte[] locked = Written.zip(Map.of("secret.txt", new byte[] {1, 2, 3}));
    for (int i = 0; i + 3 < locked.length; i++) {
      boolean local = locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 3;
      boolean central = locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 1;
      if (local || central) {
        locked[i + (local ? 6 : 8)] |= 1; // the flag that says "encrypted"
      }
    }
    assertEquals("it is protected by a password", reason("locked.zip", locked));
  }
}
