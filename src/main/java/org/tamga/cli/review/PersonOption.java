package org.tamga.cli.review;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.Pipeline;
import org.tamga.cli.WriterOption;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.PersonSigner;
import org.tamga.keyring.Keyring;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.ProjectionListener;
import org.tamga.record.decision.Deciding;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command by which a person decides has in common: the archive, and that person. */
public final class PersonOption {
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();

  @Option(
      names = "--key",
      paramLabel = "NAME",
      description = "Name of the key that signs. Default: the keeper's")
  private @Nullable String name;

  private final Pipeline pipeline = new Pipeline();
  private @Nullable Keyring keyring;

  /** The archive and the streams. */
  ArchiveOption archive() {
    return archive;
  }

  /** Reads, annotates and keeps the record. */
  Pipeline pipeline() {
    return pipeline;
  }

  private Keyring keyring() throws IOException {
    Keyring opened = keyring;
    if (opened == null) {
      opened = writer.keyringOfKeeper(archive.folder());
      keyring = opened;
    }
    return opened;
  }

  /** Whoever decides. */
  PersonSigner person() throws IOException {
    PersonSigner keeper = keyring().keeper();
    if (name != null && !name.equals(keeper.key().name())) {
      throw new ArchiveException(
          Reason.KEY,
          "there is no private key named " + name + " here",
          "the key here is " + keeper.key().name() + "; --keys names the folder of other keys");
    }
    return keeper;
  }

  /** Says what is decided. */
  @FunctionalInterface
  interface Work {
    /** Says it. */
    void decide(Deciding deciding) throws IOException;
  }

  /**
   * Seals what the work decides about the archive as it is now, and brings the record up to date.
   *
   * @return the log index of the first decision; the next one's where there was none
   */
  long seal(Work work) throws IOException {
    try (Archive open = writer.open(archive.folder(), keyring())) {
      pipeline.catchUp(open.view(), ProjectionListener.SILENT);
      long first;
      try (ArchiveRecord record = ArchiveRecord.open(open.view())) {
        Deciding deciding = new Deciding(open, record, person());
        work.decide(deciding);
        first = deciding.seal();
      }
      pipeline.catchUp(open.view(), ProjectionListener.SILENT);
      return first;
    }
  }
}
