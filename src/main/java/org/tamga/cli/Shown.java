package org.tamga.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tamga.custody.Handling;

/** How things are shown on a terminal. */
public final class Shown {
  private Shown() {}

  /**
   * The text without anything that could steer a terminal or turn the direction of writing: such
   * characters are shown as a question mark.
   */
  public static String safely(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(c -> isSafe(c) ? c : '?').forEach(out::appendCodePoint);
    return out.toString();
  }

  /** How a document may be used, in words. */
  public static String handling(Handling handling) {
    return handling.access().word()
        + (handling.embargoUntil() == null ? "" : ", embargo until " + handling.embargoUntil())
        + (handling.sourceProtected() ? ", source protected" : "")
        + (handling.consent() == null ? "" : ", consent: " + handling.consent());
  }

  /** Numbers of annotations by type, in words. */
  public static String counts(Map<String, Integer> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (type, number) -> {
          if (number > 0) {
            parts.add(number + " " + type + (number == 1 ? "" : "s"));
          }
        });
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  private static boolean isSafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
