package org.tamga.text.ocr;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words that were read from the picture of one page, line by line.
 *
 * @param lines in reading order
 * @param noise how many characters were left out, because nothing was sure about them: dirt, or
 *     words in another script
 */
record PageWords(List<Line> lines, int noise) {
  /** Signs of the reading direction that Tesseract puts around words. */
  private static final Pattern DIRECTION = Pattern.compile("[\u200E\u200F\u202A-\u202E]");

  /** A line less sure than this is noise. */
  private static final int LEAST_LINE_CONFIDENCE = 45;

  /** A page that is read less surely than this is tried in other languages. */
  private static final int SURE = 70;

  /** One character of noise in so many may be dirt. */
  private static final int RARITY = 20;

  /** In fewer languages words come out better than the numbers say, by about this. */
  private static final int LESS_SURE = 5;

  private static final int CELLS = 12;

  PageWords {
    lines = List.copyOf(lines);
  }

  /**
   * A line of words.
   *
   * @param paragraph tells paragraphs apart
   * @param confidence how sure, from 0 to 100, weighed by letters
   */
  record Line(String paragraph, Rectangle place, String text, int confidence) {
    /** Whether both are readings of one line; its edges differ a little by language. */
    boolean isSamePlace(Line other) {
      Rectangle shared = place.intersection(other.place);
      return shared.height * 2 >= Math.min(place.height, other.place.height)
          && shared.width * 2 >= Math.min(place.width, other.place.width)
          && !shared.isEmpty();
    }
  }

  /** Reads Tesseract's table; rows that are none are left out. */
  static PageWords parse(String table) {
    Map<String, Rectangle> places = new HashMap<>();
    Map<String, List<String[]>> words = new LinkedHashMap<>();
    for (String row : table.split("\n", -1)) {
      String[] cells = row.split("\t", -1);
      if (cells.length != CELLS || !cells[0].matches("[45]")) {
        continue;
      }
      String line = String.join("/", cells[2], cells[3], cells[4]);
      if (cells[0].equals("4")) {
        places.put(line, place(cells));
      } else if (!cells[11].isBlank() && cells[10].matches("\\d+(?:\\.\\d+)?")) {
        words.computeIfAbsent(line, _ -> new ArrayList<>()).add(cells);
      }
    }
    List<Line> lines = new ArrayList<>();
    int[] noise = {0};
    words.forEach(
        (key, found) -> {
          String paragraph = key.substring(0, key.lastIndexOf('/'));
          Line line = line(paragraph, places.getOrDefault(key, place(found.getFirst())), found);
          int letters = found.stream().mapToInt(cells -> cells[11].strip().length()).sum();
          boolean said = line.text().codePoints().anyMatch(Character::isLetterOrDigit);
          if (said && line.confidence() >= LEAST_LINE_CONFIDENCE) {
            lines.add(line);
          } else {
            noise[0] += letters;
          }
        });
    return new PageWords(lines, noise[0]);
  }

  private static Rectangle place(String[] cells) {
    int[] edges = new int[4];
    for (int i = 0; i < edges.length; i++) {
      String cell = cells[6 + i];
      edges[i] = cell.matches("\\d{1,6}") ? Integer.parseInt(cell) : 0;
    }
    return new Rectangle(edges[0], edges[1], edges[2], edges[3]);
  }

  private static Line line(String paragraph, Rectangle place, List<String[]> words) {
    StringBuilder text = new StringBuilder();
    double sure = 0;
    int letters = 0;
    for (String[] cells : words) {
      String word = DIRECTION.matcher(cells[11]).replaceAll("").strip();
      double confidence = Double.parseDouble(cells[10]);
      if (word.isEmpty()) {
        continue;
      }
      append(text, word);
      sure += confidence * word.length();
      letters += word.length();
    }
    int confidence = letters == 0 ? 0 : (int) Math.round(sure / letters);
    return new Line(paragraph, place, text.toString(), confidence);
  }

  /** Adds a word or a line behind what stands there; ideographs stand without spaces. */
  static void append(StringBuilder text, String more) {
    if (!text.isEmpty()) {
      boolean close = isWide(text.codePointBefore(text.length())) && isWide(more.codePointAt(0));
      text.append(close ? "" : " ");
    }
    text.append(more);
  }

  private static boolean isWide(int sign) {
    return Character.isIdeographic(sign)
        || (sign >= 0x3000 && sign <= 0x30FF)
        || (sign >= 0xFF00 && sign <= 0xFFEF);
  }

  /** How sure all of it is, from 0 to 100; 0 where nothing was read. */
  int confidence() {
    long letters = lines.stream().mapToLong(line -> line.text().length()).sum();
    long sure =
        lines.stream().mapToLong(line -> (long) line.confidence() * line.text().length()).sum();
    return letters == 0 ? 0 : (int) (sure / letters);
  }

  /** Whether next to all that stands on the page was read, and surely. */
  boolean isSure() {
    int letters = lines.stream().mapToInt(line -> line.text().length()).sum();
    return confidence() >= SURE && noise * RARITY <= letters;
  }

  /** All the words, a line each. */
  String text() {
    return String.join("\n", lines.stream().map(Line::text).toList());
  }

  /** The paragraphs, lines joined; a hyphen at the end of a line goes where a letter follows. */
  List<String> paragraphs() {
    Map<String, StringBuilder> paragraphs = new LinkedHashMap<>();
    for (Line line : lines) {
      StringBuilder paragraph =
          paragraphs.computeIfAbsent(line.paragraph(), _ -> new StringBuilder());
      int last = paragraph.length() - 1;
      boolean parted =
          last > 0
              && paragraph.charAt(last) == '-'
              && Character.isLowerCase(paragraph.charAt(last - 1))
              && Character.isLowerCase(line.text().codePointAt(0));
      if (parted) {
        paragraph.setLength(last);
        paragraph.append(line.text());
      } else {
        append(paragraph, line.text());
      }
    }
    return paragraphs.values().stream().map(StringBuilder::toString).toList();
  }

  /**
   * For each line the reading that is surest of it; lines that only the other has are put in where
   * it is sure of them.
   *
   * @param other read in fewer languages
   */
  PageWords surest(PageWords other) {
    List<Line> best = new ArrayList<>(lines);
    int at = 0;
    for (Line line : other.lines) {
      int same = 0;
      while (same < best.size() && !best.get(same).isSamePlace(line)) {
        same++;
      }
      if (same == best.size()) {
        if (line.confidence() >= SURE) {
          boolean atTop = at == 0;
          while (atTop && at < best.size() && best.get(at).place().y < line.place().y) {
            at++;
          }
          best.add(at, line);
          at++;
        }
        continue;
      }
      if (line.confidence() + LESS_SURE >= best.get(same).confidence()) {
        best.set(same, line);
      }
      at = same + 1;
    }
    return new PageWords(best, Math.min(noise, other.noise));
  }
}
