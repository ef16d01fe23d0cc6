package org.tamga.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.text.MagicNumbers.Kind;
import org.tamga.text.Reading.NotRead;
import org.tamga.text.Reading.Read;

/**
 * Makes readable text of a document's bytes, or says why it cannot.
 *
 * <p>Plain text and web pages are read. What a document is, its content decides; the declared name
 * only tells a page without a telling start from plain text.
 */
public final class TextReader {
  /**
   * The largest source that is read, in bytes: some ten thousand printed pages as text. A page of
   * this size takes about half a gibibyte of memory once it is taken apart.
   */
  public static final int LARGEST_SOURCE_BYTES = 32 * 1024 * 1024;

  /** So much of a document's start tells what it is. */
  public static final int TELLING_BYTES = 8192;

  /** How far into a source its kind is looked for; some pages open with long comments. */
  private static final int SNIFFED_CHARS = 4096;

  /** More control characters than one in so many, and the bytes are no text. */
  private static final int TEXT_PER_CONTROL = 100;

  private static final Pattern PAGE_START =
      Pattern.compile(
          "\\A\\s*(?:<\\?xml[^>]*>\\s*|<!--.*?-->\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body|script|iframe|h1|div|font|table|a|style"
              + "|title|b|br|p|meta|link)[\\s>/]",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PAGE_LATER =
      Pattern.compile("<(?:html|body|p|div)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML_START = Pattern.compile("\\A\\s*<\\?xml[\\s>]");
  private static final Pattern MESSAGE_HEADERS =
      Pattern.compile(
          "\\A(?:From .*\\R)?(?:(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|Date"
              + "|From|To|Cc|Subject|Reply-To|Content-[\\w-]+|X-[\\w-]+|DKIM-Signature):"
              + ".*(?:\\R[ \\t].*)*\\R){3,}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern META_CHARSET =
      Pattern.compile(
          "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})"
              + "|<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([\\w:.-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  /** Raised whenever the same bytes give another text: then all is read and annotated again. */
  public static final String VERSION = "2";

  private TextReader() {}

  /** Whether a text comes with the way back to its source; the text is the same either way. */
  public enum Mapping {
    /** Each block with the bytes that it was made from. */
    TO_SOURCE,
    /**
     * No {@linkplain ReadableText#sources sources}: web pages are read in two thirds of the time.
     */
    NONE
  }

  /** Reads one document, with the way back to its source. */
  public static Reading read(byte[] source, String name, Metadata known) {
    return read(source, name, known, Mapping.TO_SOURCE);
  }

  /**
   * Reads one document.
   *
   * @param source its bytes
   * @param name the name it came under, such as {@code page.html}
   * @param known what is known of it from elsewhere; this goes before what the document says
   * @param mapping whether the way back to the source is wanted
   * @return its text, or the reason why it was not read; never an exception for what bytes hold
   */
  public static Reading read(byte[] source, String name, Metadata known, Mapping mapping) {
    Objects.requireNonNull(name);
    Objects.requireNonNull(known);
    if (source.length == 0) {
      return new NotRead("application/x-empty", "the file is empty");
    }
    if (source.length > LARGEST_SOURCE_BYTES) {
      return tooLarge(kindOf(source));
    }
    Optional<Kind> kind = kindOf(source);
    if (kind.isPresent()) {
      return new NotRead(kind.get().mediaType(), kind.get().words() + " are not read yet");
    }
    DecodedSource decoded = CharsetDetection.decode(source, declaredCharset(source));
    if (decoded.text().isBlank()) {
      return new NotRead("text/plain", "the file holds white space alone");
    }
    if (!isText(decoded.text())) {
      return new NotRead(
          "application/octet-stream", "the bytes are neither text nor a known kind of file");
    }
    Optional<String> page = pageType(decoded.text(), name);
    if (page.isEmpty()) {
      return new Read(PlainTextReader.read(source, decoded, known));
    }
    return HtmlReader.read(source, decoded, page.get(), known, mapping);
  }

  /**
   * Reads one document from a stream, of which no more than {@link #LARGEST_SOURCE_BYTES} and one
   * byte are taken; the stream stays open.
   */
  public static Reading read(InputStream source, String name, Metadata known, Mapping mapping)
      throws IOException {
    return read(source.readNBytes(LARGEST_SOURCE_BYTES + 1), name, known, mapping);
  }

  /**
   * The media type of a document that is neither plain text nor a web page, as far as its start and
   * its name tell; it is taken apart behind the wall.
   *
   * @param start its first {@link #TELLING_BYTES} bytes, or all of them
   */
  public static Optional<String> walledType(byte[] start, String name) {
    if (start.length == 0) {
      return Optional.empty();
    }
    Optional<Kind> kind = kindOf(start);
    return kind.isPresent() ? kind.map(Kind::mediaType) : namedType(name);
  }

  /** Tables, subtitles and mail may look like any other text: here the name has to tell. */
  private static Optional<String> namedType(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "csv" -> Optional.of("text/csv");
      case "tsv" -> Optional.of("text/tab-separated-values");
      case "srt" -> Optional.of("application/x-subrip");
      case "vtt" -> Optional.of("text/vtt");
      case "eml", "emlx" -> Optional.of("message/rfc822");
      case "mbox" -> Optional.of("application/mbox");
      case "mht", "mhtml" -> Optional.of("multipart/related");
      default -> Optional.empty();
    };
  }

  /** Whether bytes of no known kind are no text either. */
  public static boolean isNoText(byte[] source) {
    return source.length > 0
        && !isText(CharsetDetection.decode(source, declaredCharset(source)).text());
  }

  private static Reading tooLarge(Optional<Kind> kind) {
    return new NotRead(
        kind.map(Kind::mediaType).orElse("application/octet-stream"),
        "files above " + LARGEST_SOURCE_BYTES / (1024 * 1024) + " MiB are not read yet");
  }

  private static Optional<Kind> kindOf(byte[] source) {
    String start = prefix(source);
    Optional<Kind> magic = MagicNumbers.kindOf(source);
    boolean page = PAGE_START.matcher(start).find();
    if (magic.isPresent() && !page) {
      return magic;
    }
    if (!page && XML_START.matcher(start).find()) {
      return Optional.of(new Kind("application/xml", "XML files"));
    }
    return MESSAGE_HEADERS.matcher(start).find()
        ? Optional.of(new Kind("message/rfc822", "E-mail messages"))
        : Optional.empty();
  }

  private static String prefix(byte[] source) {
    int length = Math.min(source.length, SNIFFED_CHARS);
    String prefix = new String(source, 0, length, StandardCharsets.ISO_8859_1);
    return prefix.startsWith("\u00EF\u00BB\u00BF") ? prefix.substring(3) : prefix;
  }

  private static Optional<String> declaredCharset(byte[] source) {
    Matcher matcher = META_CHARSET.matcher(prefix(source));
    return matcher.find()
        ? Optional.ofNullable(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
        : Optional.empty();
  }

  private static boolean isText(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      controls += isControl(c) ? 1 : 0;
    }
    // A text cut in mid character has one such place at its end, however short it is.
    return controls * TEXT_PER_CONTROL <= text.length()
        || (controls == 1 && text.length() * 5 >= TEXT_PER_CONTROL);
  }

  /** Characters that no text holds, though a few of them may slip into one. */
  private static boolean isControl(char c) {
    if (c >= ' ' && c < '\u007F') {
      return false;
    }
    if (c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u001A' || c == '\u0085') {
      return false;
    }
    return Character.isISOControl(c) || c == '\uFFFD';
  }

  /** The media type of a page, or nothing where {@code text} is plain text. */
  private static Optional<String> pageType(String text, String name) {
    String start = text.substring(0, Math.min(text.length(), SNIFFED_CHARS));
    String lowerName = name.toLowerCase(Locale.ROOT);
    boolean named =
        lowerName.endsWith(".htm") || lowerName.endsWith(".html") || lowerName.endsWith(".xhtml");
    if (PAGE_START.matcher(start).find() || (named && PAGE_LATER.matcher(start).find())) {
      boolean xhtml = start.contains("http://www.w3.org/1999/xhtml") && start.startsWith("<?xml");
      return Optional.of(xhtml ? "application/xhtml+xml" : "text/html");
    }
    return Optional.empty();
  }
}
