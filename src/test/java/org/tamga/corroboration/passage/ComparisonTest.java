package org.tamga.corroboration.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tamga.annotation.CitedText;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.text.TextReader;

class ComparisonTest {
  private static final String FIRST =
      """
      Well of Sennar closed

      The council of Sennar closed the well on Friday after 14 goats had died beside it.

      “Nobody drinks here before I have drunk from it myself,” said Teska Morn, the mayor.
      """;

  static ReadableText text(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return TextReader.read(bytes, "a.txt", Metadata.NONE) instanceof Reading.Read read
        ? read.text()
        : new ReadableText("text/plain", "", List.of(), List.of(), Metadata.NONE);
  }

  private static Comparison compare(String first, String second) {
    return Comparison.of(Words.of(text(first)), Words.of(text(second)));
  }

  @Test
  void bothPlacesOfACopyAreNamed() {
    String second =
        "🌊 News.\n\nAs is told, the council of Sennar closed the well on Friday after 14 goats had"
            + " died beside it, and that was that.\n";
    Passage copy = compare(FIRST, second).passages().getFirst();
    assertEquals(Passage.Kind.COPY, copy.kind());
    assertEquals(
        "The council of Sennar closed the well on Friday after 14 goats had died beside it",
        new CitedText(FIRST).at(copy.first()));
    assertEquals(
        "the council of Sennar closed the well on Friday after 14 goats had died beside it",
        new CitedText(second).at(copy.second()));
    assertEquals(1, copy.similarity());
  }

  @Test
  void aQuotationInBothIsNobodysCopy() {
    String second =
        "In the evening “nobody drinks here before I have drunk from it myself”, said Teska Morn,"
            + " the mayor, and drank.\n";
    Comparison seen = compare(FIRST, second);
    assertEquals(Passage.Kind.QUOTE, seen.passages().getFirst().kind());
    assertTrue(seen.first().copied() < CopiedPassages.LEAST_WORDS, seen.toString());
    assertTrue(seen.first().quoted() >= 10, seen.toString());
  }

  @Test
  void whoQuotesWhomIsSeen() {
    String statement = "We shall not leave the valley before the last of our dead is found.\n";
    String page =
        "“We shall not leave the valley before the last of our dead is found,” it says.\n";
    assertEquals(
        Passage.Kind.QUOTED_BY_SECOND, compare(statement, page).passages().getFirst().kind());
    assertEquals(
        Passage.Kind.QUOTED_BY_FIRST, compare(page, statement).passages().getFirst().kind());
  }

  @Test
  void numbersInWordsAreNumbers() {
    Words words = Words.of(text("Sixty-three men. On the 11th, two hundred. 200 of 63. And 11.\n"));
    Set<Integer> stems = new HashSet<>();
    for (int i = 0; i < words.count(); i++) {
      if (words.worths[i] == Words.Worth.NUMBER) {
        stems.add(words.stems[i]);
      }
    }
    assertEquals(3, stems.size());
  }

  @Test
  void likenessGoesFromNothingToAll() {
    Words words = Words.of(text(FIRST));
    assertEquals(1, Likeness.of(words, words));
    Words other = Words.of(text("Quite another matter altogether stands upon this page today.\n"));
    assertEquals(0, Likeness.of(words, other));
    assertEquals(0, Likeness.of(words, Words.of(text(" "))));
  }

  @Test
  void whatAPageSaysTwiceIsFound() {
    String paragraph = "The council of Sennar closed the well on Friday after 14 goats had died.";
    List<Passage> repeats =
        PageRepeats.of(text("Well\n\n" + paragraph + "\n\nMore.\n\n" + paragraph + "\n"));
    assertEquals(1, repeats.size());
    assertEquals(6, repeats.getFirst().first().start());
  }

  /** What winnowing promises: a shared run of {@link Sketch#CERTAIN_RUN} words is never missed. */
  @Test
  void aLongSharedRunLeavesASharedPrint() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int trial = 0; trial < 300; trial++) {
      String shared = words(random, Sketch.CERTAIN_RUN);
      long[] one = prints(words(random, random.nextInt(40)) + shared + words(random, 30));
      long[] other = prints(words(random, random.nextInt(40)) + shared + words(random, 9));
      Set<Long> common = new HashSet<>(Arrays.stream(one).boxed().toList());
      common.retainAll(Arrays.stream(other).boxed().toList());
      assertTrue(!common.isEmpty(), "seed " + seed + ", shared: " + shared);
    }
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append('w').append(random.nextInt(1_000_000)).append(' ');
    }
    return words.toString();
  }

  private static long[] prints(String content) {
    return Sketch.of(Words.of(text(content))).prints();
  }

  @Test
  void postingsKeepTheFirstDocumentsOfEachKey() {
    MemoryPostings postings = new MemoryPostings();
    for (int document = 0; document < 100; document++) {
      postings.add(7, document);
      postings.add(7, document);
      postings.add(1000L + document, document);
    }
    assertEquals(Postings.MOST, postings.first(7).length);
    assertEquals(0, postings.first(7)[0]);
    assertEquals(Postings.MOST - 1, postings.first(7)[Postings.MOST - 1]);
    assertTrue(postings.isCommon(7));
    for (int document = 0; document < 100; document++) {
      assertEquals(document, postings.first(1000L + document)[0]);
    }
    assertEquals(0, postings.first(5).length);
  }
}
