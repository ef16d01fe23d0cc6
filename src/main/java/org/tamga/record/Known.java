package org.tamga.record;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.FileName;
import org.tamga.custody.Json;
import org.tamga.text.Metadata;

/**
 * What those who handed a document in told of it; text and annotations are made again when it
 * changes.
 *
 * @param name what the file was called
 * @param path where it stood below the folder that was given
 * @param metadata publisher, author and so on
 */
record Known(FileName name, FileName path, Metadata metadata) {
  /** Of several acquisitions that disagree the first one that says something wins. */
  static Known of(List<Acquisition> acquisitions) {
    Acquisition first = acquisitions.getFirst();
    Metadata known =
        new Metadata(
            null,
            Acquisition.firstSaid(acquisitions, "author"),
            Acquisition.firstSaid(acquisitions, "publisher"),
            Acquisition.firstSaid(acquisitions, "published"),
            Acquisition.firstSaid(acquisitions, "language"),
            Acquisition.firstSaid(acquisitions, "url"));
    return new Known(first.name(), first.path(), known);
  }

  Json json() {
    TreeMap<String, Json> members = new TreeMap<>(json(metadata).members());
    members.put("name", name.json());
    members.put("path", path.json());
    return new Json.Members(members);
  }

  static Known parse(String canonical) {
    Json.Members all = CanonicalJson.parse(canonical).asMembers();
    return new Known(
        FileName.parse(all.get("name")), FileName.parse(all.get("path")), metadata(all));
  }

  /** Metadata as JSON: what is not known is not there. */
  static Json.Members json(Metadata metadata) {
    TreeMap<String, Json> members = new TreeMap<>();
    put(members, "title", metadata.title());
    put(members, "author", metadata.author());
    put(members, "publisher", metadata.publisher());
    put(members, "published", metadata.published());
    put(members, "language", metadata.language());
    put(members, "url", metadata.url());
    return new Json.Members(members);
  }

  static Metadata metadata(Json.Members all) {
    return new Metadata(
        text(all, "title"),
        text(all, "author"),
        text(all, "publisher"),
        text(all, "published"),
        text(all, "language"),
        text(all, "url"));
  }

  private static void put(TreeMap<String, Json> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, Json.text(value));
    }
  }

  private static @Nullable String text(Json.Members all, String name) {
    Json found = all.members().get(name);
    return found == null ? null : found.asText();
  }
}
