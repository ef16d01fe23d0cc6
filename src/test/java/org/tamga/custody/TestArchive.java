package org.tamga.custody;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tamga.keyring.Keyring;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;
import org.tamga.vault.Vault.Staged;

/** A small archive with real keys, for tests of every package. */
public final class TestArchive implements AutoCloseable {
  /** Origin of every test archive. */
  public static final String ORIGIN = "tamga/test";

  private final Archive archive;
  private final Keyring keyring;

  private TestArchive(Archive archive, Keyring keyring) {
    this.archive = archive;
    this.keyring = keyring;
  }

  /** Makes an archive in {@code folder}/archive with its keys in {@code folder}/keys. */
  public static TestArchive create(Path folder) throws IOException {
    Disk disk = new SystemDisk();
    Keyring keyring = Keyring.create(disk, folder.resolve("keys"), ORIGIN, new SecureRandom());
    return new TestArchive(
        Archive.create(
            disk, folder.resolve("archive"), ORIGIN, keyring.keeper().key(), with(keyring)),
        keyring);
  }

  /** Opens it again. */
  public static TestArchive open(Path folder) throws IOException {
    return open(folder, new SystemDisk());
  }

  /** Opens it again on another disk. */
  public static TestArchive open(Path folder, Disk disk) throws IOException {
    Keyring keyring = Keyring.open(new SystemDisk(), folder.resolve("keys"));
    return new TestArchive(Archive.open(disk, folder.resolve("archive"), with(keyring)), keyring);
  }

  private static Archive.Surroundings with(Keyring keyring) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    return new Archive.Surroundings(keyring.logSigner(), clock, new SecureRandom(), "tamga test");
  }

  /** The archive itself. */
  public Archive archive() {
    return archive;
  }

  /** Its keys. */
  public Keyring keyring() {
    return keyring;
  }

  /** Seals texts in one batch; returns the log index of the first. */
  public long add(String... texts) throws IOException {
    List<Archive.Draft> drafts = new ArrayList<>();
    for (String text : texts) {
      Staged staged =
          archive.stage(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      FileName name = FileName.of("file-" + staged.digest().hex().substring(0, 8) + ".txt");
      drafts.add(
          new Archive.Draft(
              new CustodyEvent.Acquired(
                  staged.digest(),
                  staged.size(),
                  name,
                  name,
                  archive.surroundings().now(),
                  "tamga test",
                  "00",
                  Particulars.NONE.with("source", "a test"),
                  null),
              staged,
              null));
    }
    return archive.log(drafts);
  }

  /** Logs a keeper's act upon the event at {@code index}. */
  public void act(EventKind kind, long index) throws IOException {
    archive.log(
        List.of(
            new Archive.Draft(
                new CustodyEvent.Removal(kind, index, archive.surroundings().now(), "a reason"),
                null,
                keyring.keeper())));
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
