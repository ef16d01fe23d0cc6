package org.tamga.cli;

/** Text from outside, made safe to show on a terminal. */
final class Shown {
  private Shown() {}

  /**
   * The text without anything that could steer a terminal or turn the direction of writing: such
   * characters are shown as a question mark.
   */
  static String safely(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(c -> isSafe(c) ? c : '?').forEach(out::appendCodePoint);
    return out.toString();
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
