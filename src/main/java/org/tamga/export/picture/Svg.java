package org.tamga.export.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes one SVG image, element by element; every text is escaped here and nowhere else.
 *
 * <p>Lines and letters have the colour of the page around ({@code currentColor}), so that a picture
 * can be read in light, in dark and on paper. No style, no script, no link.
 */
final class Svg {
  /** Longer labels are cut; the whole words stand in the list beside the picture. */
  private static final int LONGEST_LABEL = 60;

  private static final int FONT_SIZE = 14;

  private final StringBuilder body = new StringBuilder();

  /** The image, with what it shows in words for those who cannot see it. */
  String image(int width, int height, String title, String description) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" font-family=\"sans-serif\" font-size=\""
        + FONT_SIZE
        + "\" fill=\"currentColor\" stroke=\"none\">"
        + "<title>"
        + escaped(title)
        + "</title><desc>"
        + escaped(description)
        + "</desc>"
        + body
        + "</svg>";
  }

  /** A text that begins at a place, its foot at {@code y}. */
  Svg text(double x, double y, String text) {
    return text(x, y, "start", text);
  }

  /** A text that begins, ends or has its middle at a place. */
  Svg text(double x, double y, String anchor, String text) {
    body.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" text-anchor=\"")
        .append(anchor)
        .append("\">")
        .append(escaped(cut(text)))
        .append("</text>");
    return this;
  }

  /** A line; broken where something is rough or missing. */
  Svg line(double x1, double y1, double x2, double y2, double width, boolean isBroken) {
    body.append("<line x1=\"")
        .append(number(x1))
        .append("\" y1=\"")
        .append(number(y1))
        .append("\" x2=\"")
        .append(number(x2))
        .append("\" y2=\"")
        .append(number(y2))
        .append("\" stroke=\"currentColor\" stroke-width=\"")
        .append(number(width))
        .append(isBroken ? "\" stroke-dasharray=\"5 4\"/>" : "\"/>");
    return this;
  }

  /** A disc: a number that is told; hollow where it is rough. */
  Svg disc(double x, double y, double radius, boolean isHollow) {
    body.append("<circle cx=\"")
        .append(number(x))
        .append("\" cy=\"")
        .append(number(y))
        .append("\" r=\"")
        .append(number(radius))
        .append(
            isHollow ? "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>" : "\"/>");
    return this;
  }

  /** An arrow's head that points to the right or, with a negative size, to the left. */
  Svg arrow(double x, double y, double size) {
    body.append("<path d=\"M")
        .append(number(x))
        .append(' ')
        .append(number(y))
        .append(" l")
        .append(number(-size))
        .append(' ')
        .append(number(-Math.abs(size) / 2))
        .append(" v")
        .append(number(Math.abs(size)))
        .append(" z\"/>");
    return this;
  }

  static String cut(String text) {
    String plain = text.replaceAll("\\s+", " ").strip();
    return plain.codePointCount(0, plain.length()) <= LONGEST_LABEL
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
  }

  /** Text as XML can hold it; what steers writing or is no character becomes a question mark. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isShown(c) ? c : '?');
              }
            });
    return out.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** At most one digit behind the point, the same on every machine. */
  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
