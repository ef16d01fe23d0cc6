package org.tamga.text.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tamga.text.frame.Frame;
import org.tamga.text.frame.FrameKind;
import org.tamga.text.frame.FrameWriter;
import org.tamga.text.frame.PlaceKind;
import org.tamga.text.frame.Shape;

/** Takes what a parser finds in one document and sends it out through the wall. */
public final class Output {
  /** Longer blocks are sent in pieces; three bytes a character stay below a frame's limit. */
  private static final int PIECE_CHARS = 300_000;

  private static final int LONGEST_NAME_CHARS = 1000;
  private static final int LONGEST_VALUE_CHARS = 8000;
  private static final int LONGEST_PATH_CHARS = 4000;
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-z0-9]+");

  private final FrameWriter frames;
  private String mediaType;
  private boolean hasText;
  private boolean hasPicture;
  private boolean membersTold;
  private final List<String> members = new ArrayList<>();

  Output(FrameWriter frames, String mediaType) {
    this.frames = frames;
    this.mediaType = plain(mediaType);
  }

  /** The document turned out to be of this media type. */
  public void mediaType(String found) {
    mediaType = plain(found);
  }

  /** Without parameters, such as the version of a format. */
  private static String plain(String mediaType) {
    int parameters = mediaType.indexOf(';');
    return (parameters < 0 ? mediaType : mediaType.substring(0, parameters)).strip();
  }

  /**
   * A page, a sheet or the like begins; what follows stands on it.
   *
   * @param number counted from 1
   * @param label what the document calls it; may be empty
   */
  public void place(PlaceKind kind, int number, String label) throws IOException {
    frames.write(
        Frame.of(FrameKind.PLACE, kind.word(), "" + number, clean(label, LONGEST_NAME_CHARS), ""));
  }

  /** A page that shows a picture and holds no text: it may be read from the picture. */
  public void picture(PlaceKind kind, int number) throws IOException {
    hasPicture = true;
    frames.write(Frame.of(FrameKind.PLACE, kind.word(), "" + number, "", "picture"));
  }

  /** A block of text; blank ones are left out. Line breaks within it are kept. */
  public void text(Shape shape, String words) throws IOException {
    String clean = clean(words, Integer.MAX_VALUE).strip();
    int start = 0;
    while (start < clean.length()) {
      int end = Math.min(clean.length(), start + PIECE_CHARS);
      if (end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))) {
        end--;
      }
      frames.write(Frame.of(FrameKind.TEXT, shape.word(), clean.substring(start, end)));
      hasText = true;
      start = end;
    }
  }

  /** Something that the document says of itself: its title, who sent it, where it was taken. */
  public void detail(String name, String value) throws IOException {
    String clean = clean(value, LONGEST_VALUE_CHARS).strip();
    String plain = NOT_IN_NAMES.matcher(name.toLowerCase(java.util.Locale.ROOT)).replaceAll("-");
    if (!clean.isEmpty()) {
      frames.write(Frame.of(FrameKind.DETAIL, clean(plain, LONGEST_NAME_CHARS), clean));
    }
  }

  /** Something that a person should know before opening the document. */
  public void warning(String code, String words) throws IOException {
    frames.write(Frame.of(FrameKind.WARNING, code, clean(words, LONGEST_NAME_CHARS)));
  }

  /** A member of this container, which becomes a document of its own. */
  public void member(String path, InputStream content) throws IOException {
    frames.write(Frame.of(FrameKind.MEMBER, clean(path, LONGEST_PATH_CHARS)));
    boolean isProgram;
    try {
      PushbackInputStream bytes = new PushbackInputStream(content, Hazards.TELLING_BYTES);
      byte[] start = bytes.readNBytes(Hazards.TELLING_BYTES);
      bytes.unread(start);
      isProgram = Hazards.isProgram(start);
      frames.writeAll(FrameKind.CONTENT, bytes);
    } catch (IOException | RuntimeException broken) {
      frames.write(
          Frame.of(FrameKind.MEMBER_BROKEN, clean(Reasons.of(broken), LONGEST_NAME_CHARS)));
      return;
    }
    members.add(path);
    frames.write(Frame.of(FrameKind.MEMBER_END));
    if (isProgram) {
      warning("PROGRAM_INSIDE", "it holds a program: " + path);
    }
  }

  /** The text tells of the members already; no list of their names is to stand behind it. */
  public void membersAreTold() {
    membersTold = true;
  }

  /** How many members there were so far. */
  public int members() {
    return members.size();
  }

  /** Ends the answer; {@code problem} says why there is no text, where there is none. */
  void answer(String problem) throws IOException {
    String reason = problem;
    if (hasText && problem.startsWith(Reasons.DAMAGED)) {
      warning("CUT_SHORT", "its text may go on where the reading broke off: " + problem);
      reason = "";
    }
    if (reason.isEmpty() && !membersTold) {
      for (String name : members) {
        text(Shape.MEMBER_NAME, name);
      }
    }
    boolean read = reason.isEmpty() && (hasText || hasPicture);
    String why = reason.isEmpty() && !read ? nothing() : reason;
    frames.write(
        Frame.of(
            FrameKind.ANSWER,
            mediaType,
            read ? "read" : "notRead",
            clean(why, LONGEST_NAME_CHARS)));
    frames.flush();
  }

  private String nothing() {
    if (!members.isEmpty()) {
      return "it holds other documents and no text of its own";
    }
    return switch (mediaType.substring(0, mediaType.indexOf('/') + 1)) {
      case "image/" -> "it is a picture; words that it may show were not read";
      case "audio/", "video/" -> "it is sound or film; nobody wrote down what it says";
      default -> "it holds no text";
    };
  }

  /** Without characters that no text holds, and cut to a length. */
  private static String clean(String text, int longestChars) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), longestChars));
    for (int i = 0; i < text.length() && clean.length() < longestChars; i++) {
      char c = text.charAt(i);
      boolean half =
          Character.isSurrogate(c)
              && !(Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1)));
      if (half) {
        clean.append('\uFFFD');
      } else if (Character.isSurrogate(c)) {
        clean.append(c).append(text.charAt(++i));
      } else if (c >= ' ' || c == '\n' || c == '\t') {
        clean.append(c);
      } else if (c == '\r' || c == '\f' || c == '\u000B') {
        clean.append('\n');
      }
    }
    return clean.toString();
  }
}
