package org.tamga.export;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.record.Acquisition;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.DocumentLine;
import org.tamga.record.HistoryEvent;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;

/**
 * A folder of documents that libraries and archives know how to take in.
 *
 * <p>BagIt, RFC 8493; docs/spec/bagit.md. What goes into it, {@link Export} decides. Documents are
 * streamed, so that their size does not matter.
 */
final class Bag {
  private static final String BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  private final ArchiveView view;
  private final ArchiveRecord record;
  private final Path folder;
  private final Disk disk;
  private final Map<String, Digest> payload = new TreeMap<>();
  private final Map<String, Digest> tags = new TreeMap<>();
  private long payloadBytes;

  Bag(ArchiveView view, ArchiveRecord record, Path folder) {
    this.view = view;
    this.record = record;
    this.folder = folder;
    this.disk = view.disk();
  }

  /** Writes the record lines of all that may leave, and says which documents those are. */
  @FunctionalInterface
  interface Lines {
    Export.Outcome write(Appendable out, List<DocumentLine> shared) throws IOException;
  }

  /** Writes the whole bag; the file that makes it one comes last. */
  Export.Outcome write(Lines lines, String program, String day) throws IOException {
    if (!disk.list(folder).isEmpty()) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          folder + " is not empty",
          "choose a folder that does not exist yet; nothing was changed");
    }
    List<DocumentLine> shared = new ArrayList<>();
    Export.Outcome[] outcome = new Export.Outcome[1];
    tag(
        "metadata/record.jsonl",
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          outcome[0] = lines.write(writer, shared);
          writer.flush();
        });
    disk.createFolders(folder.resolve("data"));
    for (DocumentLine line : shared) {
      document(line);
    }
    tag("metadata/premis.xml", out -> premis(shared, out));
    proofs(shared);
    tag("manifest-sha256.txt", text(manifest(payload)));
    String about =
        "Bag-Software-Agent: "
            + program
            + "\nBagging-Date: "
            + day
            + "\nExternal-Identifier: "
            + view.origin()
            + "\nPayload-Oxum: "
            + payloadBytes
            + "."
            + payload.size()
            + "\n";
    tag("bag-info.txt", text(about));
    tags.put("bagit.txt", Digest.of(BAGIT.getBytes(StandardCharsets.UTF_8)));
    disk.writeAtomically(folder.resolve("tagmanifest-sha256.txt"), text(manifest(tags)));
    disk.writeAtomically(folder.resolve("bagit.txt"), text(BAGIT));
    return outcome[0];
  }

  private static Disk.Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String manifest(Map<String, Digest> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach((path, digest) -> lines.append(BagName.line(digest, path)));
    return lines.toString();
  }

  private void tag(String path, Disk.Content content) throws IOException {
    tags.put(path, write(path, content));
  }

  private Digest write(String path, Disk.Content content) throws IOException {
    var computation = Digest.sha256();
    disk.writeAtomically(
        folder.resolve(path),
        out -> {
          OutputStream hashed = new BufferedOutputStream(new DigestOutputStream(out, computation));
          content.writeTo(hashed);
          hashed.flush();
        });
    return Digest.of(computation);
  }

  /** The name that may be told: where it may not, the line's acquisitions have none. */
  private static String path(DocumentLine line) {
    return BagName.of(Digest.parse(line.id()), line.acquisitions().getFirst().name());
  }

  private void document(DocumentLine line) throws IOException {
    Digest id = Digest.parse(line.id());
    Digest written;
    try (InputStream in = view.vault().open(id)) {
      written = write(path(line), in::transferTo);
    } catch (NoSuchFileException e) {
      throw damaged(line);
    }
    if (!written.equals(id)) {
      throw damaged(line);
    }
    payload.put(path(line), id);
    payloadBytes += line.bytes();
  }

  private ArchiveException damaged(DocumentLine line) {
    return new ArchiveException(
        Reason.DAMAGED,
        "the bytes of " + line.id() + " are missing or damaged",
        "repair the archive from a copy (tamga repair), remove "
            + folder
            + ", which is no bag, and try again");
  }

  private void premis(List<DocumentLine> shared, OutputStream out) throws IOException {
    try (Premis premis = new Premis(out, view.origin())) {
      for (DocumentLine line : shared) {
        Digest id = Digest.parse(line.id());
        premis.object(id, line.bytes(), line.mediaType(), line.acquisitions().getFirst().name());
      }
      Set<String> programs = new TreeSet<>();
      for (DocumentLine line : shared) {
        Digest id = Digest.parse(line.id());
        for (HistoryEvent event : record.history(id)) {
          premis.event(id, event);
        }
        acquisitions(line).forEach(acquisition -> programs.add(acquisition.program()));
      }
      premis.agents(programs);
    }
  }

  private List<Acquisition> acquisitions(DocumentLine line) {
    return record.document(Digest.parse(line.id())).orElseThrow().acquisitions();
  }

  private void proofs(List<DocumentLine> shared) throws IOException {
    EventProofs proofs = new EventProofs(view);
    tag("log/checkpoint", out -> out.write(proofs.checkpoint()));
    for (DocumentLine line : shared) {
      for (Acquisition acquisition : acquisitions(line)) {
        long index = acquisition.index();
        tag("events/" + index + ".json", out -> out.write(proofs.event(index)));
        tag("events/" + index + ".tlog-proof", out -> out.write(proofs.proof(index)));
      }
    }
  }
}
