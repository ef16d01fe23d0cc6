package org.tamga.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tamga.custody.Archive;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.Removal;
import org.tamga.custody.EventKind;
import org.tamga.custody.FileName;
import org.tamga.custody.Particulars;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;
import org.tamga.vault.Vault.Staged;
import org.tamga.verify.TestKeys.TestLogSigner;
import org.tamga.verify.TestKeys.TestPerson;

/**
 * An archive made by the program's own writer, for tests to damage.
 *
 * @param folder where it stands
 * @param signer the log's keys
 * @param keeper the keeper
 */
record TestArchive(Path folder, TestLogSigner signer, TestPerson keeper) {
  static final String ORIGIN = "tamga/6f0c1d2e3f405162738495a6b7c8d9ea";
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

  /** The texts of an invented correspondence. */
  static final List<String> LETTERS =
      List.of(
          "The harbour office of Port Sorrel turned the families away on Tuesday.\n",
          "Sister Amaranth wrote to the governor of Lower Tessaly about the wells.\n",
          "The bridge at Ilmenfurt has been closed since the flood, said the miller.\n");

  /** An empty archive. */
  static TestArchive create(Path folder) throws IOException {
    return create(folder, ORIGIN);
  }

  static TestArchive create(Path folder, String origin) throws IOException {
    TestArchive made =
        new TestArchive(
            folder, TestLogSigner.make(origin), TestPerson.make("keeper.example/quill"));
    Archive.create(new SystemDisk(), folder, origin, made.keeper().key(), made.surroundings())
        .close();
    return made;
  }

  /** An archive in which most kinds of events stand. */
  static TestArchive createVaried(Path folder) throws IOException {
    TestArchive made = create(folder);
    made.acquire(LETTERS);
    made.decide(LETTERS.getFirst());
    made.remove(EventKind.WITHHELD, 5);
    made.remove(EventKind.DESTROYED, 6);
    return made;
  }

  /** The same in one batch, so that every byte of it can be damaged in turn. */
  static TestArchive createCompact(Path folder) throws IOException {
    TestArchive made = create(folder);
    String time = NOON.toString();
    try (Archive archive = made.open()) {
      List<Draft> drafts = new ArrayList<>(made.drafts(archive, LETTERS));
      Digest first = Digest.of(LETTERS.getFirst().getBytes(StandardCharsets.UTF_8));
      var decided = new CustodyEvent.Decided(first, "a1", "accepted", time, "read it", null);
      drafts.add(new Draft(decided, null, made.keeper()));
      for (EventKind kind : List.of(EventKind.WITHHELD, EventKind.DESTROYED)) {
        long about = kind == EventKind.WITHHELD ? 5 : 6;
        drafts.add(new Draft(new Removal(kind, about, time, "asked"), null, made.keeper()));
      }
      archive.log(drafts);
    }
    return made;
  }

  Archive.Surroundings surroundings() {
    return new Archive.Surroundings(
        signer, Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom(), "tamga test");
  }

  Archive open() throws IOException {
    return Archive.open(new SystemDisk(), folder, surroundings());
  }

  org.tamga.custody.ArchiveView view() throws IOException {
    return org.tamga.custody.ArchiveView.open(new SystemDisk(), folder);
  }

  /** Takes texts in as one batch. */
  void acquire(List<String> texts) throws IOException {
    try (Archive archive = open()) {
      archive.log(drafts(archive, texts));
    }
  }

  private List<Draft> drafts(Archive archive, List<String> texts) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Staged staged = archive.stage(new ByteArrayInputStream(bytes));
      drafts.add(new Draft(acquired(staged), staged, null));
    }
    return drafts;
  }

  static CustodyEvent.Acquired acquired(Staged staged) {
    return new CustodyEvent.Acquired(
        staged.digest(),
        staged.size(),
        FileName.of("letter.txt"),
        FileName.of("letters/letter.txt"),
        NOON.toString(),
        "tamga test",
        "0123456789abcdef",
        Particulars.NONE,
        null);
  }

  void decide(String text) throws IOException {
    try (Archive archive = open()) {
      Digest digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
      var event =
          new CustodyEvent.Decided(digest, "a1", "accepted", NOON.toString(), "read it", null);
      archive.log(List.of(new Draft(event, null, keeper)));
    }
  }

  void remove(EventKind kind, long about) throws IOException {
    try (Archive archive = open()) {
      var event = new Removal(kind, about, NOON.toString(), "asked for by the writer");
      archive.log(List.of(new Draft(event, null, keeper)));
    }
  }

  /** A policy that trusts this log's keys and asks for no witness. */
  String policy() {
    return "log " + signer.classical().key() + "\nquorum none\n";
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Writes an archive and a policy for other checkers to look at. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    TestArchive made = createVaried(folder.resolve("archive"));
    Files.writeString(folder.resolve("policy"), made.policy());
    for (int i = 1; i < arguments.length; i++) {
      int count = Integer.parseInt(arguments[i]);
      TestArchive large = create(folder.resolve("archive-" + count));
      List<String> letters = new ArrayList<>();
      for (int n = 4; n < count; n++) {
        letters.add("Letter number " + n + " of the harbour office of Port Sorrel.\n");
      }
      large.acquire(letters);
      Files.writeString(folder.resolve("policy-" + count), large.policy());
    }
  }
}
