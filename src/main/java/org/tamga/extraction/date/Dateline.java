package org.tamga.extraction.date;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the date line at the head of a text. */
final class Dateline {
  /** Main blocks that are looked at: title, subtitle, byline, contact lines, first paragraph. */
  private static final int HEAD = 10;

  /** Most UTF-16 units of place and agency before the date: "BELUT, Harun (Ost News), ". */
  private static final int PLACE = 48;

  /** A line of its own may hold this much besides the date: "Published on … at 10:30 GMT". */
  private static final int REST = 32;

  private static final Pattern SENTENCE = Pattern.compile("\\p{Ll}{2,} \\p{Ll}{2,} \\p{Ll}{2,}");
  private static final Pattern BEHIND =
      Pattern.compile("^[)\\]]?\\s*(?:\\([^)]{1,24}\\)\\s*)?[-–—:].*", Pattern.DOTALL);

  private final DateFinder finder;

  Dateline(DateFinder finder) {
    this.finder = finder;
  }

  /** What is known, or what the head of the text says where it adds to that. */
  @Nullable PartialDate published(List<String> blocks, @Nullable PartialDate known) {
    if (known != null && known.day() != null) {
      return known;
    }
    for (var block : blocks.subList(0, Math.min(HEAD, blocks.size()))) {
      var head = block.substring(0, Math.min(block.length(), 3 * PLACE));
      for (var date : finder.find(head, known)) {
        var value = PartialDate.parse(date.value());
        if (value != null
            && value.day() != null
            && isLine(block, date.start(), date.end())
            && refines(value, known)) {
          return value;
        }
      }
    }
    return known;
  }

  private static boolean isLine(String block, int start, int end) {
    var before = block.substring(0, start);
    var behind = block.substring(end);
    boolean alone =
        before.length() + behind.length() <= REST
            && !SENTENCE.matcher(before).find()
            && !SENTENCE.matcher(behind).find();
    boolean opens =
        start <= PLACE
            && !SENTENCE.matcher(before).find()
            && before.indexOf('.') < 0
            && BEHIND.matcher(behind).matches()
            && !before.isBlank();
    return alone || opens;
  }

  private static boolean refines(PartialDate value, @Nullable PartialDate known) {
    return known == null || value.toString().startsWith(known.toString());
  }
}
