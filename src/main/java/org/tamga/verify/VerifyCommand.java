package org.tamga.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.Policy;

/**
 * The stranger's check: {@code java -jar tamga-verify.jar ARCHIVE|PROOF [--policy FILE]}.
 *
 * <p>Needs a Java runtime and nothing else; docs/spec/verify.md says what its output means.
 */
public final class VerifyCommand {
  private static final String USAGE =
      "usage: java -jar tamga-verify.jar ARCHIVE|PROOF [--policy FILE] [--checkpoint FILE]"
          + " [--against DIR] [--json]";
  private static final int NOT_AN_ARCHIVE = 2;
  private static final int WRONG_USAGE = 64;
  private static final int FAULT = 70;

  /** The command line is not one that this program understands. */
  private static final class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUsageException(String message) {
      super(message);
    }
  }

  private final PrintStream out;
  private final PrintStream talk;

  /**
   * @param out takes the result
   * @param talk takes errors
   */
  public VerifyCommand(PrintStream out, PrintStream talk) {
    this.out = out;
    this.talk = talk;
  }

  /** Runs the check and ends the program with its exit status. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream talk = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = new VerifyCommand(out, talk).run(List.of(arguments));
    out.flush();
    System.exit(status);
  }

  /** Runs the check; the exit status is 0, 1, 2, 64 or 70 as docs/spec/verify.md says. */
  public int run(List<String> arguments) {
    try {
      return check(arguments);
    } catch (NotAnArchiveException e) {
      return error(NOT_AN_ARCHIVE, "not an archive: " + e.getMessage(), "name its folder");
    } catch (WrongUsageException e) {
      return error(WRONG_USAGE, String.valueOf(e.getMessage()), USAGE);
    } catch (IOException e) {
      return error(WRONG_USAGE, "cannot read " + e.getMessage(), USAGE);
    } catch (RuntimeException | Error e) {
      return error(FAULT, "a fault of this program: " + e, "tools/verify.py may tell more");
    }
  }

  private int error(int status, String what, String hint) {
    talk.println("error: " + what);
    talk.println("hint: " + hint);
    return status;
  }

  private int check(List<String> arguments) throws IOException, NotAnArchiveException {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      switch (word) {
        case "--json" -> given.put(word, "");
        case "--policy", "--checkpoint", "--against" -> {
          if (++i == arguments.size()) {
            throw new WrongUsageException(word + " needs a file or folder");
          }
          given.put(word, arguments.get(i));
        }
        default -> {
          if (word.startsWith("--") || given.put("", word) != null) {
            throw new WrongUsageException("not understood: " + word);
          }
        }
      }
    }
    String archive = given.get("");
    if (archive == null) {
      throw new WrongUsageException("no archive named");
    }
    Trust trust = trust(given.get("--policy"), given.get("--checkpoint"));
    boolean json = given.containsKey("--json");
    String against = given.get("--against");
    if (against != null) {
      Comparison comparison = Comparison.compare(path(archive), path(against), trust);
      (json ? comparison.jsonLines() : comparison.lines()).forEach(out::println);
      return comparison.isGood() ? 0 : 1;
    }
    Path folder = path(archive);
    Report report =
        BundleChecker.isBundle(folder)
            ? BundleChecker.check(folder, trust)
            : Verifier.verify(folder, trust);
    (json ? report.jsonLines() : report.lines()).forEach(out::println);
    return report.isGood() ? 0 : 1;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new WrongUsageException("not a path: " + text);
    }
  }

  private static Trust trust(
      @org.jspecify.annotations.Nullable String policy,
      @org.jspecify.annotations.Nullable String kept)
      throws IOException {
    try {
      return new Trust(
          policy == null ? null : Policy.parse(text(policy)),
          kept == null ? null : Trust.readKept(Files.readAllBytes(path(kept))));
    } catch (MalformedLogException e) {
      throw new WrongUsageException("--policy or --checkpoint: " + e.getMessage());
    }
  }

  private static String text(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(path(file));
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
