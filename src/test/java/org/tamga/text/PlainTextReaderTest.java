package org.tamga.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tamga.text.Block.Role;

/** Plain text keeps its own characters; furniture of a scraped page is told from its text. */
final class PlainTextReaderTest {
  private static final String STANDFIRST =
      "The council of Kestrova has called on the governor to open the closed valley to monitors,"
          + " after a third winter without news from its villages.";

  private static final String SCRAPED =
      String.join(
          "\n\n",
          "gtmx",
          "World News",
          "Council of Kestrova asks governor to open closed valley",
          "Photo: Lunden Courier",
          STANDFIRST,
          "Advertise on LC",
          STANDFIRST,
          "“Nobody may enter and nobody may leave,” said Mira Sandoval, who heads the council. She"
              + " asked for an answer within ten days.",
          "Sign up for our weekly letter",
          "Subscribe to our newsletter and never miss a story!",
          "What the governor said",
          "The governor’s office denied that the valley was closed. It said that the road was being"
              + " mended and would open in May.",
          "  The council of Kestrova has called on the governor to open the closed valley to"
              + "  monitors, after a third winter without news from its villages",
          "Add your comments below",
          "Previous articleHarbour workers end their strike",
          "Next articleA bridge for the upper town",
          "Related",
          "Three lakes to see in spring",
          "Latest",
          "Football: Lunden wins again");

  private final ReadableText read = Readings.read(SCRAPED, "page.txt");

  @Test
  void contentIsTheFilesOwnCharacters() {
    assertEquals(SCRAPED, read.content());
    String windows = "One line of text.\r\n\r\nAnother line.\r\n";
    assertEquals(windows, Readings.read(windows, "a.txt").content());
    assertEquals("Text.", Readings.read("\uFEFFText.", "a.txt").content());
  }

  @Test
  void findsTheTitleBelowMenus() {
    assertEquals(
        List.of("Council of Kestrova asks governor to open closed valley"),
        Readings.inRole(read, Role.TITLE));
    assertEquals(
        "Council of Kestrova asks governor to open closed valley", read.metadata().title());
  }

  @Test
  void setsFurnitureApart() {
    assertEquals(
        List.of(
            "gtmx",
            "World News",
            "Photo: Lunden Courier",
            "Advertise on LC",
            "Sign up for our weekly letter",
            "Subscribe to our newsletter and never miss a story!",
            "Add your comments below",
            "Previous articleHarbour workers end their strike",
            "Next articleA bridge for the upper town",
            "Related",
            "Three lakes to see in spring",
            "Latest",
            "Football: Lunden wins again"),
        Readings.inRole(read, Role.BOILERPLATE));
  }

  @Test
  void aParagraphShownAgainCountsOnce() {
    assertEquals(2, Readings.inRole(read, Role.REPETITION).size());
    assertTrue(Readings.inRole(read, Role.PARAGRAPH).contains(STANDFIRST));
  }

  @Test
  void aTeaserCutShortRepeatsItsParagraph() {
    String text =
        STANDFIRST + "\n\n" + "It is the third call.\n\n" + STANDFIRST.substring(0, 90) + "…";
    assertEquals(1, Readings.inRole(Readings.read(text, "a.txt"), Role.REPETITION).size());
  }

  @Test
  void shortSentencesMayBeSaidTwice() {
    String text =
        "“No comment.”\n\nThe minister was asked a second time about the closed valley and its"
            + " people."
            + "\n\n“No comment.”";
    assertTrue(Readings.inRole(Readings.read(text, "a.txt"), Role.REPETITION).isEmpty());
  }

  @Test
  void headingsOfANewsletterAreHeadings() {
    String text =
        """
        Monitors ask for entry to the closed valley

        On 3 March a group of monitors asked the governor of Kestrova for entry to the valley.

        New ombudsman named for Lunden

        The parliament named Ana Weiss ombudsman on Tuesday. She takes office in June.

        Petition against the dam

        The Lunden River Union is collecting signatures against the dam. Please sign here.
        """;
    ReadableText letter = Readings.read(text, "letter.txt");
    assertEquals(
        List.of("New ombudsman named for Lunden", "Petition against the dam"),
        Readings.inRole(letter, Role.HEADING));
    assertEquals("Monitors ask for entry to the closed valley", letter.metadata().title());
  }

  @Test
  void aPressReleaseGivesTitleAndDate() {
    String text =
        """
        PRESS RELEASE: Lunden River Union Joins Call for Open Courts

        For immediate release
        12 October 2021
        Contact: Lunden River Union
        +00 12 3456 7890 or press@lunden.example

        The Lunden River Union has joined eleven groups that call for open courts in Kestrova.

        The groups ask the ministry of justice to let reporters into the hearings of last spring.
        """;
    ReadableText release = Readings.read(text, "release.txt");
    assertEquals("Lunden River Union Joins Call for Open Courts", release.metadata().title());
    assertEquals("2021-10-12", release.metadata().published());
    assertEquals("en", release.metadata().language());
    String main = Readings.main(release);
    assertFalse(main.contains("Contact:"), main);
    assertFalse(main.contains("3456"), main);
    assertTrue(main.contains("12 October 2021"), main);
  }

  @Test
  void aListOfSignatoriesStays() {
    String text =
        """
        Open letter to the governor of Kestrova

        We ask you to open the valley to monitors without delay and without conditions.

        Signed by:

        Lunden River Union
        Kestrova Lawyers' Circle
        Free Press House
        Women of the Upper Town
        """;
    String main = Readings.main(Readings.read(text, "letter.txt"));
    assertTrue(main.contains("Free Press House"), main);
    assertTrue(main.contains("Women of the Upper Town"), main);
  }

  @Test
  void linesBrokenAtAWidthAreOneParagraph() {
    String text =
        """
        The council of Kestrova said on Monday that it would send a second
        letter to the governor, because the first had not been answered in
        the time that the law allows for it.

        It asked again that monitors be let into the closed valley before
        the roads are shut by snow.
        """;
    assertEquals(2, Readings.read(text, "a.txt").blocks().size());
  }

  @Test
  void oneParagraphALineNeedsNoBlankLines() {
    String text = STANDFIRST + "\n" + "The governor has not answered.\n" + "The council waits.";
    assertEquals(3, Readings.read(text, "a.txt").blocks().size());
  }

  @Test
  void sentencesThatSoundLikeFurnitureStay() {
    String text =
        """
        Lawmakers question the ministry

        Contact with the villages was lost in March, the council said.

        Related charges were dropped by the court in Lunden.

        The network changed its privacy policy on Monday after the complaint.

        More than forty families have asked for news of their relatives.

        "Share this with the world," the prisoner wrote to his sister.

        The gate stayed shut on Monday. (Reuters)
        """;
    assertEquals(List.of(), Readings.inRole(Readings.read(text, "a.txt"), Role.BOILERPLATE));
  }

  @Test
  void furnitureIsKnownInOtherLanguages() {
    String german =
        "Rat von Kestrova fordert Öffnung des Tals\n\nDer Rat hat den Gouverneur am Montag in einem"
            + " Brief aufgefordert, das Tal für Beobachter zu öffnen.\n\nLesen Sie auch\n\nDrei"
            + " Seen"
            + " im Frühling\n\nKommentare";
    ReadableText read = Readings.read(german, "a.txt");
    assertEquals("de", read.metadata().language());
    assertEquals(
        List.of("Lesen Sie auch", "Drei Seen im Frühling", "Kommentare"),
        Readings.inRole(read, Role.BOILERPLATE));
  }
}
