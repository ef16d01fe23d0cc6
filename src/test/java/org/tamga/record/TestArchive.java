package org.tamga.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Archive;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.EventKind;
import org.tamga.custody.FileName;
import org.tamga.custody.Handling;
import org.tamga.custody.Particulars;
import org.tamga.custody.PersonSigner;
import org.tamga.keyring.Keyring;
import org.tamga.record.decision.Deciding;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;
import org.tamga.vault.Vault.Staged;

/** An archive of a test's own, with short ways to put documents in and take them away. */
public final class TestArchive implements AutoCloseable {
  private static final String NOW = "2026-03-01T10:00:00.000Z";

  private final Archive archive;
  private final Keyring keyring;

  private TestArchive(Archive archive, Keyring keyring) {
    this.archive = archive;
    this.keyring = keyring;
  }

  /** A new archive in {@code folder/archive}. */
  public static TestArchive in(Path folder) throws IOException {
    SecureRandom random = new SecureRandom();
    SystemDisk disk = new SystemDisk();
    Keyring keyring = Keyring.create(disk, folder.resolve("keys"), "tamga/test", random);
    Archive archive =
        Archive.create(
            disk,
            folder.resolve("archive"),
            "tamga/test",
            keyring.keeper().key(),
            new Archive.Surroundings(
                keyring.logSigner(),
                Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC),
                random,
                "tamga test"));
    return new TestArchive(archive, keyring);
  }

  /** Puts a text in. */
  public Digest add(String path, String text) throws IOException {
    return add(path, text, Particulars.NONE, null);
  }

  /** Puts a text in of which something is known. */
  public Digest add(String path, String text, Particulars particulars, @Nullable Handling handling)
      throws IOException {
    Draft draft = draft(path, text, particulars, handling);
    archive.log(List.of(draft));
    return ((Acquired) draft.event()).digest();
  }

  /** What {@link #add} would log. */
  public Draft draft(String path, String text, Particulars particulars, @Nullable Handling handling)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Staged staged = archive.stage(new ByteArrayInputStream(bytes));
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new Draft(
        new Acquired(
            staged.digest(),
            staged.size(),
            FileName.of(name),
            FileName.of(path),
            NOW,
            "tamga test",
            "0011",
            particulars,
            handling),
        staged,
        null);
  }

  /** Logs events. */
  public void log(List<Draft> drafts) throws IOException {
    archive.log(drafts);
  }

  /** Withholds, releases or destroys every acquisition of a document. */
  public void remove(EventKind kind, Digest document) throws IOException {
    List<Draft> drafts = new java.util.ArrayList<>();
    view()
        .forEach(
            event -> {
              if (event.event().orElse(null) instanceof Acquired acquired
                  && acquired.digest().equals(document)) {
                drafts.add(removal(kind, event.index()));
              }
            });
    archive.log(drafts);
  }

  /** Withholds, releases or destroys one event. */
  public void remove(EventKind kind, long index) throws IOException {
    archive.log(List.of(removal(kind, index)));
  }

  private Draft removal(EventKind kind, long index) {
    return new Draft(
        new CustodyEvent.Removal(kind, index, NOW, "asked for"), null, keyring.keeper());
  }

  /** Logs a person's decision. */
  public void decide(Digest document, String annotation, String decision) throws IOException {
    archive.log(
        List.of(
            new Draft(
                new CustodyEvent.Decided(document, annotation, decision, NOW, null, null),
                null,
                keyring.keeper())));
  }

  /** Says what one person decides about a record that is up to date. */
  public interface Deciders {
    /** Says it. */
    void decide(Deciding deciding);
  }

  /** Seals what a person decides. */
  public void decide(PersonSigner person, Deciders work) throws IOException {
    try (ArchiveRecord record = ArchiveRecord.open(view())) {
      Deciding deciding = new Deciding(archive, record, person);
      work.decide(deciding);
      deciding.seal();
    }
  }

  /** Logs a decision as another program might. */
  public void decide(
      PersonSigner person, Digest document, String annotation, String decision, String correction)
      throws IOException {
    archive.log(
        List.of(
            new Draft(
                new CustodyEvent.Decided(document, annotation, decision, NOW, null, correction),
                null,
                person)));
  }

  /** The keeper. */
  public PersonSigner keeper() {
    return keyring.keeper();
  }

  /** Another person, whose key is in use from now on. */
  public PersonSigner person(Path folder, String name) throws IOException {
    PersonSigner person =
        Keyring.create(new SystemDisk(), folder, name, new SecureRandom()).keeper();
    archive.log(
        List.of(
            new Draft(
                new CustodyEvent.KeyAdded(person.key(), CustodyEvent.KeyRole.PERSON, NOW),
                null,
                null)));
    return person;
  }

  /** The archive as it is now. */
  public ArchiveView view() throws IOException {
    return archive.view();
  }

  /** The archive's folder. */
  public Path folder() {
    return archive.layout().folder();
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
