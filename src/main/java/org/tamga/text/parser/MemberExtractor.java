package org.tamga.text.parser;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Sends the members of a container out as they are, to become documents of their own, in place of
 * looking into them here.
 */
final class MemberExtractor implements EmbeddedDocumentExtractor {
  /** Parts of a format, as opposed to documents that somebody put into it. */
  private static final Set<EmbeddedResourceType> PARTS =
      Set.of(
          EmbeddedResourceType.METADATA, EmbeddedResourceType.FONT, EmbeddedResourceType.RENDERING);

  private final Parser parser;
  private final Output output;
  private final BlockHandler blocks;
  private final ParseContext context;
  private final boolean isMessage;
  private final Map<String, Integer> names = new HashMap<>();

  MemberExtractor(
      Parser parser, Output output, BlockHandler blocks, ParseContext context, boolean isMessage) {
    this.isMessage = isMessage;
    this.parser = parser;
    this.output = output;
    this.blocks = blocks;
    this.context = context;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    return !PARTS.contains(kind(metadata));
  }

  private static EmbeddedResourceType kind(Metadata metadata) {
    String word = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
    for (EmbeddedResourceType type : EmbeddedResourceType.values()) {
      if (type.toString().equals(word) || type.name().equals(word)) {
        return type;
      }
    }
    return EmbeddedResourceType.ATTACHMENT;
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws SAXException, IOException {
    TikaInputStream opened = TikaInputStream.cast(stream);
    InputStream bytes = stream.markSupported() ? stream : new BufferedInputStream(stream);
    boolean hasNoBytes = opened != null && opened.getOpenContainer() != null && isEmpty(bytes);
    if (hasNoBytes || isBody(metadata)) {
      inline(bytes, metadata);
      return;
    }
    String path = path(metadata);
    blocks.flush();
    output.member(path, bytes);
  }

  private static boolean isEmpty(InputStream bytes) throws IOException {
    bytes.mark(1);
    boolean empty = bytes.read() < 0;
    bytes.reset();
    return empty;
  }

  /** The words of a message itself come as parts without a name. */
  private boolean isBody(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    String disposition = metadata.get("Content-Disposition");
    return isMessage
        && metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null
        && type != null
        && type.startsWith("text/")
        && (disposition == null || !disposition.startsWith("attachment"));
  }

  /** Some formats have no bytes of their own for a member, such as a message in a mail store. */
  private void inline(InputStream bytes, Metadata metadata) throws SAXException, IOException {
    try {
      parser.parse(bytes, new BodyContentHandler(blocks), metadata, context);
    } catch (TikaException failed) {
      output.warning("MEMBER_UNREADABLE", path(metadata) + ": " + Reasons.of(failed));
    }
  }

  /** The path of the member, each one once. */
  private String path(Metadata metadata) {
    String said = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    String path = said == null || said.isBlank() ? "member" + extension(metadata) : said;
    int times = names.merge(path, 1, Integer::sum);
    return times == 1 ? path : path + " (" + times + ")";
  }

  private static String extension(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    try {
      return type == null ? "" : MimeTypes.getDefaultMimeTypes().forName(type).getExtension();
    } catch (MimeTypeException e) {
      return "";
    }
  }
}
