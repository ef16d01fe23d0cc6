package org.tamga.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.keyring.Keyring;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Disk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a new archive, and the private keys that belong to it. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Makes a new, empty archive.")
final class InitCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "The new archive's folder")
  private @Nullable Path folder;

  @Option(
      names = "--origin",
      paramLabel = "NAME",
      description = "Name of the log, as witnesses will know it. Default: a random one")
  private @Nullable String origin;

  @Override
  public Integer call() {
    return archive.attempt(
        () -> {
          Path where = folder == null ? archive.folder() : folder;
          String name = origin == null ? randomOrigin() : origin;
          Path keys = make(where, name, writer);
          archive.out().println(where);
          archive.err().println("Made the archive " + where + " with the origin " + name + ".");
          archive.err().println("Its private keys are in " + keys + ": keep a copy elsewhere.");
          return ExitStatus.GOOD;
        });
  }

  private static String randomOrigin() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return "tamga/" + HexFormat.of().formatHex(random);
  }

  /** Makes an archive under a random name and returns the folder of its keys. */
  static Path make(Path folder, WriterOption writer) throws java.io.IOException {
    return make(folder, randomOrigin(), writer);
  }

  private static Path make(Path folder, String origin, WriterOption writer)
      throws java.io.IOException {
    if (!VerifierKey.isKeyName(origin)) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "'" + origin + "' cannot be an origin",
          "use a name without spaces and plus signs, such as example.org/our-archive");
    }
    Disk disk = writer.disk();
    if (!disk.list(folder).isEmpty()) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          folder + " is not empty",
          "choose a folder that does not exist yet; nothing was changed");
    }
    Path keys = writer.keysOf(origin);
    Keyring keyring = Keyring.create(disk, keys, origin, new SecureRandom());
    Archive.create(disk, folder, origin, keyring.keeper().key(), WriterOption.surroundings(keyring))
        .close();
    return keys;
  }
}
