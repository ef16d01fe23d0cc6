package org.tamga.cli.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tamga.cli.ExitStatus;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.RecordDocument;
import org.tamga.record.TextLine;
import org.tamga.text.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the readable text of a document, code point for code point as annotations count it. */
@Command(
    name = "text",
    mixinStandardHelpOptions = true,
    description = "Prints the readable text of a document and nothing else.")
public final class TextCommand implements Callable<Integer> {
  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--json", description = "One object with text and metadata")
  private boolean json;

  @Parameters(paramLabel = "ID", description = "The document: sha256:… or its first digits")
  private String id = "";

  @Override
  public Integer call() {
    return record.asFarAsItIs((view, open) -> text(open));
  }

  private int text(ArchiveRecord open) throws IOException {
    RecordDocument document = open.find(id);
    PrintWriter out = record.archive().out();
    return switch (open.reading(document.id())) {
      case Reading.NotRead notRead ->
          record
              .archive()
              .complain(
                  "there is no text of " + document.id() + ": " + notRead.reason(),
                  "its bytes are sealed all the same; tamga show " + id + " tells more",
                  ExitStatus.FINDINGS);
      case Reading.Read read -> {
        if (json) {
          out.println(TextLine.write(document, read.text().content()));
        } else {
          out.print(read.text().content());
        }
        yield ExitStatus.GOOD;
      }
    };
  }
}
