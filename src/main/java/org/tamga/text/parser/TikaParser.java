package org.tamga.text.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.external.CompositeExternalParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.SAXException;

/**
 * Takes a document apart with Apache Tika: office files, mail, pictures, archives and all else that
 * no parser of our own takes.
 */
public final class TikaParser implements DocumentParser {
  /** Formats whose parser is not free enough to be handed on, or is nobody's. */
  private static final Set<String> WITHOUT_PARSER =
      Set.of("application/x-rar-compressed", "application/vnd.rar");

  /** Formats that Tika knows, but has no parser for: it answers with nothing at all. */
  private static final String NO_PARSER = "org.apache.tika.parser.EmptyParser";

  /** Tables that look like any other text, but for their names. */
  private static final Set<String> TABLES = Set.of("text/csv", "text/tab-separated-values");

  /** The first line of a table is shorter than this. */
  private static final int FIRST_BYTES = 16 << 10;

  private final Detector detector = new DefaultDetector();
  private final AutoDetectParser parser =
      new AutoDetectParser(
          detector,
          new DefaultParser(
              MediaTypeRegistry.getDefaultRegistry(),
              new org.apache.tika.config.ServiceLoader(),
              // Programs of the machine are none of a parser's business.
              List.of(CompositeExternalParser.class)));

  @Override
  public boolean takes(String purpose, Document document) {
    return purpose.equals("read");
  }

  /** What the bytes in {@code file} seem to be. */
  String detect(Path file, String name) throws IOException {
    Metadata metadata = named(name);
    try (TikaInputStream bytes = TikaInputStream.get(file)) {
      return detector.detect(bytes, metadata).toString();
    }
  }

  private static Metadata named(String name) {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    return metadata;
  }

  @Override
  public void parse(Document document, Output output) throws IOException, NotReadable {
    if (WITHOUT_PARSER.contains(document.mediaType())) {
      throw new NotReadable("RAR archives cannot be read: there is no free parser for them");
    }
    Metadata metadata = named(document.name());
    if (TABLES.contains(document.mediaType())) {
      metadata.set(
          TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE,
          "text/csv; delimiter=" + delimiter(document.file()));
    }
    BlockHandler blocks = new BlockHandler(output, document.mediaType());
    try (TikaInputStream bytes = TikaInputStream.get(document.file())) {
      parser.parse(bytes, blocks, metadata, context(document, output, blocks));
      blocks.finish();
      tellOfMembers(metadata, output);
    } catch (TikaException | SAXException failed) {
      throw new NotReadable(Reasons.of(failed));
    } finally {
      Details.send(metadata, output);
    }
    String found = metadata.get(Metadata.CONTENT_TYPE);
    output.mediaType(found == null ? document.mediaType() : found);
    List<String> parsers = List.of(metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY));
    if (parsers.isEmpty() || parsers.getLast().equals(NO_PARSER)) {
      throw new NotReadable(
          document.mediaType().contains("encrypted")
              ? Reasons.PASSWORD
              : "there is no parser for this format");
    }
  }

  /** Spreadsheet programs write semicolons or tabs where commas are decimal marks. */
  private static String delimiter(Path table) throws IOException {
    String first = "";
    try (InputStream bytes = Files.newInputStream(table)) {
      String start = new String(bytes.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
      first = start.replace("\0", "").lines().findFirst().orElse("");
    }
    long commas = first.chars().filter(c -> c == ',').count();
    long semicolons = first.chars().filter(c -> c == ';').count();
    long tabs = first.chars().filter(c -> c == '\t').count();
    if (tabs > commas && tabs > semicolons) {
      return "tab";
    }
    return semicolons > commas ? "semicolon" : "comma";
  }

  /** What could not be taken out of a container. */
  private static void tellOfMembers(Metadata metadata, Output output)
      throws IOException, NotReadable {
    boolean encrypted = false;
    for (String trace :
        metadata.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM)) {
      String first = trace.lines().findFirst().orElse("");
      String words = first.substring(first.indexOf(':') + 1).strip();
      boolean locked = first.toLowerCase(Locale.ROOT).contains("encrypt");
      encrypted |= locked;
      output.warning(locked ? "MEMBER_ENCRYPTED" : "MEMBER_UNREADABLE", words);
    }
    if (encrypted && output.members() == 0) {
      throw new NotReadable(Reasons.PASSWORD);
    }
  }

  private ParseContext context(Document document, Output output, BlockHandler blocks) {
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setSuppressDuplicateOverlappingText(true);
    OfficeParserConfig office = new OfficeParserConfig();
    office.setExtractMacros(false);
    ParseContext context = new ParseContext();
    // Some parsers hand what they unwrap straight on.
    context.set(org.apache.tika.parser.Parser.class, parser);
    context.set(PDFParserConfig.class, pdf);
    context.set(OfficeParserConfig.class, office);
    context.set(
        EmbeddedDocumentExtractor.class,
        new MemberExtractor(
            parser, output, blocks, context, document.mediaType().startsWith("message/")));
    return context;
  }
}
