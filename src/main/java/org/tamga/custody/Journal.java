package org.tamga.custody;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tamga.vault.Digest;

/**
 * A batch of events that is being put in place, so that a program that died can finish it.
 *
 * <p>docs/spec/archive.md, "Writing".
 *
 * @param base size of the log before the batch
 * @param objects the bytes that the batch brings in
 * @param events the events in order
 */
public record Journal(long base, List<Incoming> objects, List<Pending> events) {
  /** Where the journal stands in an archive. */
  public static final String FILE = "disclosures/pending.jsonl";

  /** Largest journal read, in bytes; a batch is far smaller. */
  public static final int LARGEST_BYTES = 1 << 28;

  public Journal {
    objects = List.copyOf(objects);
    events = List.copyOf(events);
  }

  /** Bytes on their way into the vault, and their passing name there. */
  public record Incoming(Digest digest, String name) {}

  /** One event: what goes into the log, and what it says. */
  public record Pending(Entry entry, Disclosures.Shown disclosures) {}

  /** The journal in these bytes, or {@link IllegalArgumentException}. */
  public static Journal parse(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    Json.Members head = CanonicalJson.parse(lines[0]).asMembers();
    List<Incoming> objects = new ArrayList<>();
    for (Json object : head.get("objects").asArray()) {
      List<Json> pair = object.asArray();
      if (pair.size() != 2) {
        throw new IllegalArgumentException("an object of a journal has a digest and a name");
      }
      objects.add(new Incoming(new Digest(pair.get(0).asText()), pair.get(1).asText()));
    }
    long base = head.get("base").asWhole();
    List<Pending> events = new ArrayList<>();
    for (int i = 1; i < lines.length - 1; i++) {
      Json.Members line = CanonicalJson.parse(lines[i]).asMembers();
      Entry entry = Entry.parse(line.get("entry").asText().getBytes(StandardCharsets.UTF_8));
      List<Field> fields = line.get("fields").asArray().stream().map(Field::parse).toList();
      Disclosures.Shown shown = new Disclosures.Shown(line.get("index").asWhole(), fields);
      if (shown.index() != base + i - 1 || !shown.belongTo(entry)) {
        throw new IllegalArgumentException("a journal whose fields are not those of its entries");
      }
      events.add(new Pending(entry, shown));
    }
    Journal journal = new Journal(base, objects, events);
    if (!java.util.Arrays.equals(journal.bytes(), bytes)) {
      throw new IllegalArgumentException("a journal that is not in its canonical form");
    }
    return journal;
  }

  /** The journal's file, which {@link #parse} reads back. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder();
    List<Json> pairs = new ArrayList<>();
    for (Incoming one : objects) {
      pairs.add(new Json.Array(List.of(Json.text(one.digest().hex()), Json.text(one.name()))));
    }
    TreeMap<String, Json> head = new TreeMap<>();
    head.put("base", Json.whole(base));
    head.put("objects", new Json.Array(pairs));
    out.append(CanonicalJson.write(new Json.Members(head))).append('\n');
    for (Pending event : events) {
      TreeMap<String, Json> line = new TreeMap<>();
      line.put("entry", Json.text(event.entry().text()));
      List<Json> fields = new ArrayList<>();
      event.disclosures().fields().forEach(field -> fields.add(field.json()));
      line.put("fields", new Json.Array(fields));
      line.put("index", Json.whole(event.disclosures().index()));
      out.append(CanonicalJson.write(new Json.Members(line))).append('\n');
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
