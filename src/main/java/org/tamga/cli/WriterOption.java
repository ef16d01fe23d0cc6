package org.tamga.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.keys.PassphraseInput;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.KeysInUse;
import org.tamga.keyring.Keyring;
import org.tamga.vault.Disk;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option of every command that writes to an archive: where the private keys are. */
public final class WriterOption {
  /** Names the folder of all private keys where {@code --keys} does not. */
  static final String VARIABLE = "TAMGA_KEYS";

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Folder of your private keys. Default: $TAMGA_KEYS, else your settings folder")
  private @Nullable Path given;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The disk that everything is written to. */
  public Disk disk() {
    return ArchiveOption.disk(Objects.requireNonNull(command));
  }

  /** The folder of the keys of the archive with this origin. */
  public Path keysOf(String origin) {
    return Keyring.folder(allKeys(), origin);
  }

  private Path allKeys() {
    if (given != null) {
      return given;
    }
    String named = variable(VARIABLE);
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String windows = variable("APPDATA");
    String settings = windows.isEmpty() ? variable("XDG_CONFIG_HOME") : windows;
    Path base =
        settings.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(settings);
    return base.resolve("tamga").resolve("keys");
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }

  /** What an archive needs from outside, with these keys. */
  public static Archive.Surroundings surroundings(Keyring keyring) {
    return new Archive.Surroundings(
        keyring.logSigner(), Clock.systemUTC(), new SecureRandom(), Tamga.PROGRAM);
  }

  /** The keys of the archive with this origin. */
  public Keyring keyringOf(String origin) throws IOException {
    return Keyring.open(disk(), keysOf(origin), new PassphraseInput());
  }

  /** The keys of the archive in {@code folder}. */
  public Keyring keyring(Path folder) throws IOException {
    return keyringOf(ArchiveView.open(disk(), folder).origin());
  }

  /** The same for a command that signs for the keeper: with the key that is in use for that. */
  public Keyring keyringOfKeeper(Path folder) throws IOException {
    ArchiveView view = ArchiveView.open(disk(), folder);
    return keyringOf(view.origin()).withKeepers(KeysInUse.of(view).with(KeyRole.PERSON));
  }

  /** Opens the archive in {@code folder} for writing. */
  public Archive open(Path folder, Keyring keyring) throws IOException {
    return Archive.open(disk(), folder, surroundings(keyring));
  }

  /** The same for a run whose events name the program otherwise. */
  Archive open(Path folder, Keyring keyring, String program) throws IOException {
    Archive.Surroundings usual = surroundings(keyring);
    return Archive.open(
        disk(),
        folder,
        new Archive.Surroundings(usual.signer(), usual.clock(), usual.random(), program));
  }
}
