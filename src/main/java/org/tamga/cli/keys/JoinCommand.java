package org.tamga.cli.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.WriterOption;
import org.tamga.keyring.KeyShare;
import org.tamga.keyring.Keyring;
import org.tamga.keyring.SecretKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a private key again from two of its three printed shares. */
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    description = "Makes a private key again from two of its three pages, typed into files.")
final class JoinCommand implements Callable<Integer> {
  private static final String KEEPER = "/keeper";

  @Mixin private WriterOption writer = new WriterOption();

  @Parameters(arity = "2..3", paramLabel = "FILE", description = "A share each")
  private List<Path> files = List.of();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    ArchiveOption talk = ArchiveOption.withoutArchive(command);
    return talk.attempt(
        () -> {
          SecretKey key = join();
          String name = key.verifierKey().name();
          String origin =
              name.endsWith(KEEPER) ? name.substring(0, name.length() - KEEPER.length()) : name;
          Path folder = writer.keysOf(origin);
          Keyring ring = Keyring.openWhatIsThere(writer.disk(), folder, new PassphraseInput());
          String file = ring.add(key, new SecureRandom());
          talk.err()
              .println("The key " + key.verifierKey().keyId() + " is in " + folder + " again.");
          talk.out().println(folder.resolve(file));
          return ExitStatus.GOOD;
        });
  }

  private SecretKey join() throws IOException {
    List<KeyShare> shares = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] typed = in.readNBytes(KeyShare.LONGEST_TEXT + 1);
        shares.add(KeyShare.parse(new String(typed, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        throw KeyChange.refused(
            file + ": " + e.getMessage(), "compare it with the page; nothing was changed");
      }
    }
    try {
      return KeyShare.join(shares);
    } catch (IllegalArgumentException e) {
      throw KeyChange.refused(
          String.valueOf(e.getMessage()), "look for the other pages; nothing was changed");
    }
  }
}
