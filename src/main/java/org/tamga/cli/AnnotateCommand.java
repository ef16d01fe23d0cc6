package org.tamga.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.extraction.Annotator;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.record.DocumentLine;
import org.tamga.record.RecordLines;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what files say and who says it, as record lines; no archive is needed or touched. */
@Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    description = "Prints the statements, demands, figures and dates of files as JSON Lines.")
final class AnnotateCommand implements Callable<Integer> {
  @Option(
      names = "--manifest",
      paramLabel = "FILE.csv",
      description = "What is known of the files besides their text.")
  private @Nullable Path manifest;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders to walk.")
  private List<Path> paths = List.of();

  private final PrintStream out =
      new PrintStream(
          new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
  private boolean failed;

  @Override
  public Integer call() {
    Map<Path, Metadata> known = Map.of();
    if (manifest != null) {
      try {
        known = ManifestReading.read(manifest);
      } catch (IOException | IllegalArgumentException unreadable) {
        System.err.println(
            "error: cannot read the manifest " + manifest + ": " + unreadable.getMessage());
        System.err.println(
            "hint: a manifest is a CSV file with a column path; docs/spec says more.");
        return ExitStatus.WRONG_USAGE;
      }
    }
    Annotator annotator = Annotator.standard(LanguageModels.english());
    for (Path path : paths) {
      try (Stream<Path> walked = Files.walk(path)) {
        List<Path> files = walked.filter(Files::isRegularFile).sorted().toList();
        for (Path file : files) {
          annotate(annotator, path, file, known);
        }
      } catch (IOException | java.io.UncheckedIOException unreadable) {
        fail(path, "there is no readable file or folder here");
      }
    }
    out.flush();
    return failed ? ExitStatus.SOME_INPUTS_FAILED : ExitStatus.GOOD;
  }

  private void annotate(Annotator annotator, Path root, Path file, Map<Path, Metadata> manifest) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException | OutOfMemoryError unreadable) {
      fail(file, "the file cannot be read");
      return;
    }
    ReadableText text = PlainReading.read(bytes);
    if (text == null) {
      fail(file, "the file is not text in UTF-8");
      return;
    }
    Metadata outside = manifest.getOrDefault(file.toAbsolutePath().normalize(), Metadata.NONE);
    String document = CitedText.digestOf(bytes);
    String name = name(root, file);
    List<Annotation> found = annotator.annotate(document, text, outside);
    String digest = CitedText.digestOf(text.content().getBytes(StandardCharsets.UTF_8));
    Metadata known = outside.orElse(text.metadata());
    out.println(
        RecordLines.write(
            new DocumentLine(
                document, name, text.mediaType(), bytes.length, known, null, null, null, digest)));
    for (Annotation annotation : found) {
      out.println(RecordLines.write(document, name, annotation));
    }
  }

  /** The path relative to the one given, with forward slashes on every system. */
  private static String name(Path root, Path file) {
    Path relative = root.equals(file) ? file.getFileName() : root.relativize(file);
    return (relative == null ? file : relative).toString().replace('\\', '/');
  }

  private void fail(Path path, String reason) {
    failed = true;
    System.err.println("error: " + path + ": " + reason + ".");
    System.err.println("hint: the other files are annotated all the same.");
  }
}
