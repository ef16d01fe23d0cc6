package org.tamga.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.cli.reading.LooseDocuments;
import org.tamga.cli.reading.LooseDocuments.Loose;
import org.tamga.cli.reading.WallOption;
import org.tamga.extraction.Annotator;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.intake.Manifest;
import org.tamga.record.DocumentLine;
import org.tamga.record.RecordLines;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what files say and who says it, as record lines; no archive is needed or touched. */
@Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    description = "Prints the statements, demands, figures and dates of files as JSON Lines.")
public final class AnnotateCommand implements Callable<Integer> {
  @Option(
      names = "--manifest",
      paramLabel = "FILE.csv",
      description = "What is known of the files besides their text.")
  private @Nullable Path manifest;

  @Mixin private WallOption wall = new WallOption();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders to walk.")
  private List<Path> paths = List.of();

  private final PrintStream data;
  private final PrintStream talk;

  /** The command as the program runs it: lines go out as UTF-8 whatever the locale. */
  public AnnotateCommand() {
    this(new PrintStream(System.out, false, StandardCharsets.UTF_8), System.err);
  }

  AnnotateCommand(PrintStream data, PrintStream talk) {
    this.data = data;
    this.talk = talk;
  }

  @Override
  public Integer call() throws IOException {
    Manifest known = Manifest.EMPTY;
    if (manifest != null) {
      try {
        known = Manifest.read(manifest);
      } catch (IOException unreadable) {
        talk.println("error: the manifest " + manifest + " cannot be read.");
        talk.println(
            "hint: a manifest is a CSV file with a column path; see docs/spec/manifest.md.");
        return ExitStatus.WRONG_USAGE;
      }
      known.messages().forEach(message -> talk.println("note: manifest: " + message));
    }
    Annotator annotator = Annotator.standard(LanguageModels.english());
    boolean all = true;
    try (LooseDocuments documents =
        new LooseDocuments(wall.walled(new PrintWriter(talk, true, StandardCharsets.UTF_8)))) {
      for (Path path : paths) {
        all &= annotateBelow(documents, annotator, path, known);
      }
    }
    data.flush();
    return all ? ExitStatus.GOOD : ExitStatus.SOME_INPUTS_FAILED;
  }

  /** A file, or every file of a folder in order of their paths; whether all could be read. */
  private boolean annotateBelow(
      LooseDocuments documents, Annotator annotator, Path path, Manifest known) {
    try (Stream<Path> walked = Files.walk(path)) {
      boolean all = true;
      for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
        all &= annotate(documents, annotator, path, file, known);
      }
      return all;
    } catch (IOException | UncheckedIOException unreadable) {
      return failed(path, "there is no readable file or folder here");
    }
  }

  private boolean annotate(
      LooseDocuments documents, Annotator annotator, Path root, Path file, Manifest manifest) {
    Optional<Manifest.Row> row = manifest.rowOf(file);
    Metadata outside = row.map(AnnotateCommand::metadata).orElse(Metadata.NONE);
    String captured = row.map(Manifest.Row::captured).orElse(null);
    String name = name(root, file);
    boolean[] all = {true};
    try (InputStream in = Files.newInputStream(file)) {
      documents.read(
          in,
          name,
          outside,
          one -> {
            Metadata known = one.name().equals(name) ? outside : Metadata.NONE;
            all[0] &= print(annotator, one, known, captured);
          });
      return all[0];
    } catch (IOException unreadable) {
      return failed(file, "the file cannot be read");
    }
  }

  private boolean print(
      Annotator annotator, Loose one, Metadata outside, @Nullable String captured) {
    return switch (one.reading()) {
      case Reading.NotRead not -> failed(one.name(), not.reason());
      case Reading.Read read -> {
        print(annotator, one, read.text(), outside, captured);
        yield true;
      }
    };
  }

  private void print(
      Annotator annotator,
      Loose one,
      ReadableText text,
      Metadata outside,
      @Nullable String captured) {
    String document = one.document().toString();
    String digest = CitedText.digestOf(text.content().getBytes(StandardCharsets.UTF_8));
    Metadata known = outside.orElse(text.metadata());
    data.println(
        RecordLines.write(
            new DocumentLine(
                document,
                one.name(),
                text.mediaType(),
                one.size(),
                known,
                captured,
                null,
                null,
                digest)));
    for (Annotation annotation : annotator.annotate(document, text, outside)) {
      data.println(RecordLines.write(document, one.name(), annotation));
    }
  }

  private static Metadata metadata(Manifest.Row row) {
    return new Metadata(
        null, row.author(), row.publisher(), row.published(), row.language(), row.url());
  }

  /** The path relative to the one given, with forward slashes on every system. */
  private static String name(Path root, Path file) {
    Path relative = root.equals(file) ? file.getFileName() : root.relativize(file);
    return (relative == null ? file : relative).toString().replace('\\', '/');
  }

  private boolean failed(Object path, String reason) {
    talk.println("error: " + path + ": " + reason + ".");
    talk.println("hint: the other files are annotated all the same.");
    return false;
  }
}
