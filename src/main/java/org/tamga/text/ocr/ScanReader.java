package org.tamga.text.ocr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tamga.text.Reading.Detail;
import org.tamga.text.Reading.Noted;
import org.tamga.text.Reading.Warning;
import org.tamga.text.frame.Shape;
import org.tamga.text.wall.Parsed;
import org.tamga.text.wall.Parsed.Piece;
import org.tamga.text.wall.Source;
import org.tamga.text.wall.Wall;
import org.tamga.text.wall.WorkerFailure;

/**
 * Reads by OCR what a document shows in pictures: pages of a PDF file without a text layer, and
 * picture files. docs/spec/ocr.md.
 */
public final class ScanReader implements AutoCloseable {
  /** Names the languages, as Tesseract calls them, with "+" between; else they are guessed. */
  public static final String LANGUAGES = "TAMGA_OCR_LANGUAGES";

  /** So many pages are made into pictures at once: a few MiB each, well below every limit. */
  private static final int PAGES_AT_ONCE = 8;

  /** Books of pictures end here; the pages left are told. */
  private static final int MOST_PAGES = 2000;

  /** Below this a person should compare the words with the picture before using any. */
  private static final int UNSURE = 75;

  private final Wall rendering;
  private final Optional<PictureReader> pictures;

  /** Makes pictures behind {@code rendering}, which it closes in the end. */
  private ScanReader(Wall rendering, Optional<PictureReader> pictures) {
    this.rendering = rendering;
    this.pictures = pictures;
  }

  /** Reads with the Tesseract of this machine; where there is none, pictures are not read. */
  public static ScanReader of(Wall rendering, Map<String, String> environment) throws IOException {
    String named = environment.getOrDefault(LANGUAGES, "");
    List<String> languages = named.isBlank() ? List.of() : List.of(named.split("\\+", -1));
    return new ScanReader(
        rendering,
        Tesseract.find(environment).map(tesseract -> new PictureReader(tesseract, languages)));
  }

  /** Opens the bytes of a document once more. */
  @FunctionalInterface
  public interface Bytes {
    /** They begin at their beginning. */
    InputStream open() throws IOException;
  }

  /**
   * {@code parsed} with the words of its pictures, or as it is where there are none.
   *
   * @throws IOException where the document's bytes cannot be read
   */
  public Parsed complete(Parsed parsed, Bytes bytes, String name, Source source)
      throws IOException {
    List<Integer> pages = pages(parsed);
    if (pages.isEmpty()) {
      return parsed;
    }
    if (pictures.isEmpty()) {
      String hint = "words in pictures are read where tesseract and bubblewrap are installed";
      return with(
          parsed, parsed.pieces(), List.of(), List.of(new Warning("PICTURES_UNREAD", hint)));
    }
    Map<Integer, PictureReader.Result> read = new HashMap<>();
    List<Warning> warnings = new ArrayList<>();
    if (pages.size() > MOST_PAGES) {
      warnings.add(
          new Warning("PICTURES_UNREAD", "only its first " + MOST_PAGES + " pictures were read"));
    }
    List<Integer> first = pages.subList(0, Math.min(pages.size(), MOST_PAGES));
    for (int i = 0; i < first.size(); i += PAGES_AT_ONCE) {
      List<Integer> some = first.subList(i, Math.min(first.size(), i + PAGES_AT_ONCE));
      try {
        Map<Integer, byte[]> pngs = render(some, bytes, name, source);
        for (Map.Entry<Integer, byte[]> png : pngs.entrySet()) {
          read.put(png.getKey(), pictures.get().read(png.getValue()));
        }
      } catch (WorkerFailure failed) {
        warnings.add(
            new Warning("PICTURES_UNREAD", "pages " + numbers(some) + ": " + failed.reason()));
      }
    }
    return with(parsed, pieces(parsed, read), details(read), warned(read, warnings));
  }

  /** Numbers of the pictures to be read; a picture file is one page. */
  private static List<Integer> pages(Parsed parsed) {
    if (parsed.mediaType().startsWith("image/") && !hasWords(parsed.pieces())) {
      return List.of(1);
    }
    if (!parsed.mediaType().equals("application/pdf")) {
      return List.of();
    }
    List<Integer> pages = new ArrayList<>();
    for (Piece piece : parsed.pieces()) {
      if (piece instanceof Piece.Beginning beginning && beginning.picture()) {
        pages.add(beginning.number());
      }
    }
    return pages;
  }

  private static boolean hasWords(List<Piece> pieces) {
    return pieces.stream().anyMatch(Piece.Words.class::isInstance);
  }

  private Map<Integer, byte[]> render(List<Integer> pages, Bytes bytes, String name, Source source)
      throws IOException {
    Map<Integer, byte[]> pngs = new HashMap<>();
    try (InputStream document = bytes.open()) {
      var unused =
          rendering.parse(
              source,
              "render",
              name,
              "scan " + numbers(pages),
              document,
              (path, png) -> {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                png.transferTo(whole);
                pages.stream()
                    .filter(page -> path.equals(page.toString()))
                    .forEach(page -> pngs.put(page, whole.toByteArray()));
              });
    }
    return pngs;
  }

  private static String numbers(List<Integer> pages) {
    return String.join(",", pages.stream().map(String::valueOf).toList());
  }

  /** The document's pieces, with the words of each picture behind its beginning. */
  private static List<Piece> pieces(Parsed parsed, Map<Integer, PictureReader.Result> read) {
    List<Piece> pieces = new ArrayList<>();
    if (parsed.mediaType().startsWith("image/")) {
      read.values().forEach(result -> addWords(result, pieces));
    }
    for (Piece piece : parsed.pieces()) {
      pieces.add(piece);
      if (piece instanceof Piece.Beginning beginning && beginning.picture()) {
        PictureReader.Result result = read.get(beginning.number());
        if (result != null) {
          addWords(result, pieces);
        }
      }
    }
    return pieces;
  }

  private static void addWords(PictureReader.Result result, List<Piece> pieces) {
    for (String paragraph : result.words().paragraphs()) {
      pieces.add(new Piece.Words(Shape.PARAGRAPH, paragraph));
    }
  }

  private static List<Detail> details(Map<Integer, PictureReader.Result> read) {
    return read.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> !entry.getValue().words().lines().isEmpty())
        .map(
            entry ->
                new Detail(
                    "ocr",
                    "page "
                        + entry.getKey()
                        + ": "
                        + entry.getValue().words().confidence()
                        + " % sure, in "
                        + String.join(", ", entry.getValue().languages())))
        .toList();
  }

  private static List<Warning> warned(
      Map<Integer, PictureReader.Result> read, List<Warning> earlier) {
    List<Warning> warnings = new ArrayList<>(earlier);
    Set<Integer> unsure =
        read.entrySet().stream()
            .filter(entry -> !entry.getValue().words().lines().isEmpty())
            .filter(entry -> entry.getValue().words().confidence() < UNSURE)
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!unsure.isEmpty()) {
      warnings.add(
          new Warning(
              "OCR_UNSURE",
              "its words were read from a picture, and not surely (pages "
                  + numbers(List.copyOf(unsure))
                  + "): compare them with the picture"));
    }
    return warnings;
  }

  private static Parsed with(
      Parsed parsed, List<Piece> pieces, List<Detail> details, List<Warning> warnings) {
    Noted noted = parsed.noted();
    List<Detail> allDetails = new ArrayList<>(noted.details());
    allDetails.addAll(details);
    List<Warning> allWarnings = new ArrayList<>(noted.warnings());
    allWarnings.addAll(warnings);
    String notRead = hasWords(pieces) ? "" : parsed.notRead();
    return new Parsed(
        parsed.mediaType(), notRead, pieces, new Noted(allDetails, allWarnings, noted.members()));
  }

  @Override
  public void close() {
    rendering.close();
  }
}
