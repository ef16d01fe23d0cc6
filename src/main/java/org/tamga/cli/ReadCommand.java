package org.tamga.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.reading.LooseDocuments;
import org.tamga.cli.reading.WallOption;
import org.tamga.text.Block;
import org.tamga.text.Block.Role;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.text.Reading.NotRead;
import org.tamga.text.Reading.Read;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the text of files, without an archive: for a look, and for scripts. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Prints the text of files, without an archive.")
public final class ReadCommand implements Callable<Integer> {
  private static final JsonFactory JSON = new JsonFactory();

  @Option(
      names = "--main",
      description = "Only the document's own text, without menus, sign-up lines and the like.")
  private boolean main;

  @Option(
      names = "--json",
      description = "One JSON object a line, with what the document says about itself.")
  private boolean json;

  @Mixin private WallOption wall = new WallOption();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders to walk.")
  private List<Path> paths = new ArrayList<>();

  private final PrintStream data;
  private final PrintStream talk;

  /** The command as the program runs it: text goes out as UTF-8 whatever the locale. */
  public ReadCommand() {
    this(new PrintStream(System.out, false, StandardCharsets.UTF_8), System.err);
  }

  ReadCommand(PrintStream data, PrintStream talk) {
    this.data = data;
    this.talk = talk;
  }

  @Override
  public Integer call() throws IOException {
    boolean allRead = true;
    try (LooseDocuments documents =
        new LooseDocuments(wall.walled(new PrintWriter(talk, true, StandardCharsets.UTF_8)))) {
      for (Path path : paths) {
        for (Path file : filesBelow(path)) {
          allRead &= print(documents, file, name(path, file));
        }
      }
    }
    data.flush();
    return allRead ? ExitStatus.GOOD : ExitStatus.SOME_INPUTS_FAILED;
  }

  /** {@code path} itself, or all files of a folder in order of their paths. */
  private static List<Path> filesBelow(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> found = Files.walk(path)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** How the output names {@code file}: by its path below the path that was given. */
  private static String name(Path given, Path file) {
    Path name = given.equals(file) ? file.getFileName() : given.relativize(file);
    return (name == null ? file : name).toString().replace('\\', '/');
  }

  private boolean print(LooseDocuments documents, Path file, String name) {
    boolean[] allRead = {true};
    try (InputStream in = Files.newInputStream(file)) {
      documents.read(
          in, name, Metadata.NONE, one -> allRead[0] &= print(one.name(), one.reading()));
      return allRead[0];
    } catch (IOException e) {
      talk.println("error: " + file + " cannot be opened: " + e.getClass().getSimpleName());
      talk.println("hint: check that the file exists and that you may read it.");
      return false;
    }
  }

  private boolean print(String name, Reading reading) throws IOException {
    return switch (reading) {
      case NotRead notRead -> {
        talk.println("not read: " + name + ": " + notRead.reason());
        if (json) {
          data.println(line(name, notRead));
        }
        yield false;
      }
      case Read read -> {
        data.println(json ? line(name, read.text()) : text(read.text()));
        yield true;
      }
    };
  }

  private String text(ReadableText text) {
    return main ? mainText(text, true) : text.content();
  }

  /**
   * The main blocks, blank lines between them.
   *
   * @param withTitle whether the title is one of them
   */
  private static String mainText(ReadableText text, boolean withTitle) {
    String content = text.content();
    StringBuilder words = new StringBuilder();
    int at = 0;
    int codePoint = 0;
    for (Block block : text.blocks()) {
      int start = content.offsetByCodePoints(at, block.span().start() - codePoint);
      int end = content.offsetByCodePoints(start, block.span().length());
      at = end;
      codePoint = block.span().end();
      if (block.role().isMain() && (withTitle || block.role() != Role.TITLE)) {
        words.append(words.isEmpty() ? "" : "\n\n").append(content, start, end);
      }
    }
    return words.toString();
  }

  private String line(String name, ReadableText text) throws IOException {
    Metadata metadata = text.metadata();
    // A web page's title stands outside its text, so that it is told under its own key alone.
    boolean withTitle = text.mediaType().equals("text/plain");
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField("file", name);
      out.writeStringField("mediaType", text.mediaType());
      write(out, "title", metadata.title());
      write(out, "author", metadata.author());
      write(out, "publisher", metadata.publisher());
      write(out, "published", metadata.published());
      write(out, "language", metadata.language());
      out.writeStringField("text", main ? mainText(text, withTitle) : text.content());
      out.writeEndObject();
    }
    return line.toString();
  }

  private static String line(String name, NotRead notRead) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField("file", name);
      out.writeStringField("mediaType", notRead.mediaType());
      out.writeStringField("reason", notRead.reason());
      out.writeEndObject();
    }
    return line.toString();
  }

  private static void write(JsonGenerator out, String key, @Nullable String value)
      throws IOException {
    if (value != null) {
      out.writeStringField(key, value);
    }
  }
}
