package org.tamga.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Archive;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.Relation;
import org.tamga.intake.Manifest;
import org.tamga.vault.Digest;

/**
 * Logs which documents of a run are versions or translations of one another, as the manifest says.
 *
 * <p>The manifest names the other document by its path, as in the column {@code path}, or by its
 * digest.
 */
final class VersionLinks {
  private final Manifest manifest;
  private final @Nullable Path folder;
  private final boolean hasLinks;
  private final Map<Path, Digest> sealed = new HashMap<>();

  VersionLinks(Manifest manifest, @Nullable Path file) {
    this.manifest = manifest;
    this.hasLinks = manifest.rows().values().stream().anyMatch(VersionLinks::isLinked);
    this.folder = file == null ? null : file.toAbsolutePath().getParent();
  }

  /** Remembers a file that was sealed. */
  void sealed(Path file, Digest digest) throws IOException {
    if (hasLinks) {
      sealed.put(file.toRealPath(), digest);
    }
  }

  private static boolean isLinked(Manifest.Row row) {
    return row.versionOf() != null || row.translationOf() != null;
  }

  /** Logs the links whose both ends are known, and returns a message for each that is not. */
  List<String> log(Archive archive) throws IOException {
    List<String> messages = new ArrayList<>();
    List<Archive.Draft> drafts = new ArrayList<>();
    for (Map.Entry<Path, Manifest.Row> row : manifest.rows().entrySet()) {
      Digest digest = sealed.get(row.getKey());
      if (digest != null) {
        link(archive, digest, Relation.VERSION_OF, row.getValue().versionOf(), drafts, messages);
        link(
            archive,
            digest,
            Relation.TRANSLATION_OF,
            row.getValue().translationOf(),
            drafts,
            messages);
      }
    }
    archive.log(drafts);
    return messages;
  }

  private void link(
      Archive archive,
      Digest digest,
      Relation relation,
      @Nullable String named,
      List<Archive.Draft> drafts,
      List<String> messages) {
    if (named == null) {
      return;
    }
    Digest other = find(archive, named);
    if (other == null) {
      messages.add(
          relation.word() + " " + named + ": there is no such document in this run or archive");
    } else {
      String now = archive.surroundings().now();
      drafts.add(
          new Archive.Draft(new CustodyEvent.Linked(digest, relation, other, now), null, null));
    }
  }

  private @Nullable Digest find(Archive archive, String named) {
    if (named.startsWith("sha256:")) {
      Digest digest = Digest.parse(named);
      return archive.holds(digest) ? digest : null;
    }
    try {
      return folder == null ? null : sealed.get(folder.resolve(named).toRealPath());
    } catch (IOException e) {
      return null;
    }
  }
}
