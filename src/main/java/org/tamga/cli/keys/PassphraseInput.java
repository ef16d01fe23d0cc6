package org.tamga.cli.keys;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.keyring.PassphraseSource;

/**
 * Asks for a passphrase at the terminal, or reads it from a file; never from the command line,
 * which every program on the machine can see.
 */
public final class PassphraseInput implements PassphraseSource {
  /** Names a file whose first line is the passphrase; {@code /dev/fd/3} is one, too. */
  static final String FILE = "TAMGA_PASSPHRASE_FILE";

  /** The same for the passphrase to come. */
  static final String NEW_FILE = "TAMGA_NEW_PASSPHRASE_FILE";

  private static final int LONGEST_BYTES = 4096;

  @Override
  public String passphrase(String what) throws IOException {
    String file = System.getenv(FILE);
    return file == null || file.isEmpty() ? ask(what) : read(file);
  }

  /** A passphrase that nobody has used yet: asked for twice. */
  String fresh() throws IOException {
    String file = System.getenv(NEW_FILE);
    if (file != null && !file.isEmpty()) {
      return read(file);
    }
    String first = ask("New passphrase");
    if (!first.equals(ask("The same again"))) {
      throw new ArchiveException(
          Reason.KEY, "the two passphrases differ", "try again; nothing was changed");
    }
    return first;
  }

  private static String read(String file) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      String text = new String(in.readNBytes(LONGEST_BYTES), StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("");
    }
  }

  private static String ask(String what) {
    // Without a terminal some versions of Java have no console, and others one that is none.
    char @Nullable [] typed =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .map(console -> console.readPassword("%s: ", what))
            .orElse(null);
    if (typed == null) {
      throw new ArchiveException(
          Reason.KEY,
          "these keys need a passphrase, and there is no terminal to ask at",
          "write it into a file that only you can read, and name that with " + FILE);
    }
    String passphrase = new String(typed);
    Arrays.fill(typed, '\0');
    return passphrase;
  }
}
