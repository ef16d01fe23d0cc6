package org.tamga.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.text.Block;
import org.tamga.text.ReadableText;
import org.tamga.text.ReadableText.Place;
import org.tamga.text.ReadableText.SourceRange;
import org.tamga.text.Reading;
import org.tamga.text.Reading.Detail;
import org.tamga.text.Reading.Member;
import org.tamga.text.Reading.Noted;
import org.tamga.text.Reading.Warning;
import org.tamga.text.Span;
import org.tamga.text.frame.PlaceKind;
import org.tamga.vault.Digest;

/**
 * How one document was read: the file beside its text.
 *
 * <p>docs/spec/derived.md, "Text". Written last of a document's derived files, so that it also says
 * that the others are whole.
 *
 * @param document digest of the sealed bytes
 * @param steps versions of everything that made the files
 * @param known what was known from outside, as canonical JSON
 * @param reading what came of it, with an empty text; the text stands beside it
 * @param text digest of the text file; null where the document was not read
 * @param annotations digest of the annotations file; null where the document was not read
 */
record ReadingFile(
    Digest document,
    String steps,
    Json known,
    Reading reading,
    @Nullable Digest text,
    @Nullable Digest annotations) {
  static final int LARGEST_BYTES = 1 << 28;

  private static final String PICTURE = "picture";

  /** The reading with the text that belongs to it. */
  Reading with(String content) {
    return switch (reading) {
      case Reading.NotRead _ -> reading;
      case Reading.Read read -> new Reading.Read(replace(read.text(), content), read.noted());
    };
  }

  private static ReadableText replace(ReadableText text, String content) {
    return new ReadableText(
        text.mediaType(), content, text.blocks(), text.sources(), text.metadata(), text.places());
  }

  byte[] bytes() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("document", Json.text(document.toString()));
    members.put("known", known);
    members.put("steps", Json.text(steps));
    switch (reading) {
      case Reading.NotRead notRead -> {
        members.put("mediaType", Json.text(notRead.mediaType()));
        members.put("notRead", Json.text(notRead.reason()));
      }
      case Reading.Read read -> {
        ReadableText from = read.text();
        members.put("mediaType", Json.text(from.mediaType()));
        members.put("metadata", Known.json(from.metadata()));
        members.put(
            "blocks", new Json.Array(from.blocks().stream().map(ReadingFile::row).toList()));
        members.put(
            "sources", new Json.Array(from.sources().stream().map(ReadingFile::row).toList()));
        if (!from.places().isEmpty()) {
          members.put("places", places(from.places()));
        }
      }
    }
    put(members, reading.noted());
    if (text != null && annotations != null) {
      members.put("text", Json.text(text.toString()));
      members.put("annotations", Json.text(annotations.toString()));
    }
    return CanonicalJson.bytes(new Json.Members(members));
  }

  /** The file in these bytes, or {@link IllegalArgumentException}. */
  static ReadingFile parse(byte[] bytes) {
    Json.Members all = CanonicalJson.parse(bytes).asMembers();
    boolean isRead = !all.members().containsKey("notRead");
    String mediaType = all.get("mediaType").asText();
    Reading reading =
        isRead
            ? new Reading.Read(text(all, mediaType), noted(all))
            : new Reading.NotRead(mediaType, all.get("notRead").asText(), noted(all));
    return new ReadingFile(
        Digest.parse(all.get("document").asText()),
        all.get("steps").asText(),
        all.get("known"),
        reading,
        isRead ? Digest.parse(all.get("text").asText()) : null,
        isRead ? Digest.parse(all.get("annotations").asText()) : null);
  }

  private static ReadableText text(Json.Members all, String mediaType) {
    List<Block> blocks = new ArrayList<>();
    for (Json row : all.get("blocks").asArray()) {
      List<Json> cells = row.asArray();
      String role = cells.get(2).asText().toUpperCase(Locale.ROOT);
      blocks.add(new Block(span(cells), Block.Role.valueOf(role)));
    }
    List<SourceRange> sources = new ArrayList<>();
    for (Json row : all.get("sources").asArray()) {
      List<Json> cells = row.asArray();
      sources.add(new SourceRange(span(cells), cells.get(2).asWhole(), cells.get(3).asWhole()));
    }
    return new ReadableText(
        mediaType,
        "",
        blocks,
        sources,
        Known.metadata(all.get("metadata").asMembers()),
        places(all));
  }

  private static Span span(List<Json> cells) {
    return new Span(
        Math.toIntExact(cells.get(0).asWhole()), Math.toIntExact(cells.get(1).asWhole()));
  }

  private static Json row(Block block) {
    return new Json.Array(
        List.of(
            Json.whole(block.span().start()),
            Json.whole(block.span().end()),
            Json.text(block.role().name().toLowerCase(Locale.ROOT))));
  }

  private static Json row(SourceRange source) {
    return new Json.Array(
        List.of(
            Json.whole(source.span().start()),
            Json.whole(source.span().end()),
            Json.whole(source.byteStart()),
            Json.whole(source.byteEnd())));
  }

  // What there is none of is not there.

  private static void put(SortedMap<String, Json> into, Noted noted) {
    put(into, "details", noted.details().stream().map(d -> row(d.name(), d.value())).toList());
    put(into, "warnings", noted.warnings().stream().map(w -> row(w.code(), w.words())).toList());
    put(
        into,
        "members",
        noted.members().stream().map(m -> row(m.path(), m.digest().toString())).toList());
  }

  private static void put(SortedMap<String, Json> into, String name, List<Json> rows) {
    if (!rows.isEmpty()) {
      into.put(name, new Json.Array(rows));
    }
  }

  private static Json row(String... texts) {
    return new Json.Array(List.of(texts).stream().<Json>map(Json::text).toList());
  }

  private static Noted noted(Json.Members all) {
    List<Detail> details = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    List<Member> members = new ArrayList<>();
    for (List<Json> row : rows(all, "details")) {
      details.add(new Detail(row.get(0).asText(), row.get(1).asText()));
    }
    for (List<Json> row : rows(all, "warnings")) {
      warnings.add(new Warning(row.get(0).asText(), row.get(1).asText()));
    }
    for (List<Json> row : rows(all, "members")) {
      members.add(new Member(row.get(0).asText(), Digest.parse(row.get(1).asText())));
    }
    return new Noted(details, warnings, members);
  }

  private static List<List<Json>> rows(Json.Members all, String name) {
    Json found = all.members().get(name);
    return found == null ? List.of() : found.asArray().stream().map(Json::asArray).toList();
  }

  private static Json places(List<Place> places) {
    List<Json> rows = new ArrayList<>();
    for (Place place : places) {
      rows.add(
          new Json.Array(
              List.of(
                  Json.whole(place.span().start()),
                  Json.whole(place.span().end()),
                  Json.text(place.kind().word()),
                  Json.whole(place.number()),
                  Json.text(place.label()),
                  Json.text(place.picture() ? PICTURE : ""))));
    }
    return new Json.Array(rows);
  }

  private static List<Place> places(Json.Members all) {
    List<Place> places = new ArrayList<>();
    for (List<Json> row : rows(all, "places")) {
      places.add(
          new Place(
              span(row),
              PlaceKind.valueOf(row.get(2).asText().toUpperCase(Locale.ROOT)),
              Math.toIntExact(row.get(3).asWhole()),
              row.get(4).asText(),
              row.get(5).asText().equals(PICTURE)));
    }
    return places;
  }
}
