package org.tamga.text.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.text.wall.Sandbox;

/**
 * Runs Tesseract, a program that reads words from pictures, within walls: it sees its own libraries
 * and language files, the picture comes through a pipe and the words go out through another.
 *
 * <p>One thread a process, so that many scans at once slow one another down and none is dropped.
 */
final class Tesseract {
  /** A page takes seconds; one that takes longer than this is given up. */
  private static final long MOST_SECONDS = 120;

  /** A page full of words gives some hundred kilobytes. */
  private static final int MOST_OUTPUT_BYTES = 16 << 20;

  private static final long MEMORY_BYTES = 64L << 20;
  private static final String PROGRAM = "/tesseract";
  private static final String LANGUAGES = "/languages";

  /**
   * By default lines with many dots, as Uyghur and Arabic ones have, are dropped as dirt where a
   * page has few lines.
   */
  private static final String KEEP_LINES = "textord_noise_rejrows=0";

  private static final Pattern LIBRARY = Pattern.compile("\\s(\\S+) => (/\\S+) \\(");
  private static final Pattern FOLDER = Pattern.compile("\"(.+)\"");

  private final Sandbox sandbox;
  private final List<String> languages;

  private Tesseract(Sandbox sandbox, List<String> languages) {
    this.sandbox = sandbox;
    this.languages = List.copyOf(languages);
  }

  /** Tesseract as this machine has it; nothing where it, or the means for a wall, is missing. */
  static Optional<Tesseract> find(Map<String, String> environment) throws IOException {
    Optional<Sandbox> walls = Sandbox.find(environment);
    Optional<Path> program = program(environment);
    if (walls.isEmpty() || program.isEmpty()) {
      return Optional.empty();
    }
    String path = program.get().toString();
    List<String> listed = run(List.of(path, "--list-langs"), new byte[0]).lines().toList();
    Matcher folder = FOLDER.matcher(listed.isEmpty() ? "" : listed.getFirst());
    Matcher library = LIBRARY.matcher(run(List.of("ldd", path), new byte[0]));
    if (!folder.find()) {
      return Optional.empty();
    }
    Sandbox sandbox =
        walls
            .get()
            .readOnly(program.get().toRealPath(), PROGRAM)
            .readOnly(Path.of(folder.group(1)).toRealPath(), LANGUAGES)
            .withMemory(MEMORY_BYTES)
            .with("TESSDATA_PREFIX", LANGUAGES)
            .with("LD_LIBRARY_PATH", "/lib")
            .with("LC_ALL", "C.UTF-8")
            .with("OMP_THREAD_LIMIT", "1");
    while (library.find()) {
      sandbox =
          sandbox.readOnly(Path.of(library.group(2)).toRealPath(), "/lib/" + library.group(1));
    }
    List<String> languages = new ArrayList<>(listed.subList(1, listed.size()));
    languages.removeIf(String::isBlank);
    return Optional.of(new Tesseract(sandbox, languages));
  }

  private static Optional<Path> program(Map<String, String> environment) {
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      Path program = Path.of(folder.isEmpty() ? "/nowhere" : folder, "tesseract");
      if (Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  /** The languages that are installed, as Tesseract calls them: {@code eng}, {@code uig}. */
  List<String> languages() {
    return languages;
  }

  /** Which script a page is mostly in, and how sure that is; empty words where it cannot tell. */
  String script(byte[] png) throws IOException {
    return run(command("osd", "0"), png);
  }

  /** The words of a page with their places, as Tesseract's table of tab-separated values. */
  String words(byte[] png, List<String> inLanguages) throws IOException {
    List<String> command = new ArrayList<>(command(String.join("+", inLanguages), "3"));
    command.addAll(List.of("-c", KEEP_LINES, "tsv"));
    return run(command, png);
  }

  private List<String> command(String language, String segmentation) {
    return sandbox.command(
        List.of(PROGRAM, "stdin", "stdout", "-l", language, "--psm", segmentation));
  }

  private static String run(List<String> command, byte[] input) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread guard = Thread.ofPlatform().daemon().name("ocr guard").start(() -> guard(process));
    try (InputStream out = process.getInputStream()) {
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      } catch (IOException notTaken) {
        // It ended without reading; what it says, or does not say, tells.
      }
      byte[] words = out.readNBytes(MOST_OUTPUT_BYTES);
      return new String(words, StandardCharsets.UTF_8);
    } finally {
      var unused = process.destroyForcibly();
      guard.interrupt();
    }
  }

  private static void guard(Process process) {
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        var unused = process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
