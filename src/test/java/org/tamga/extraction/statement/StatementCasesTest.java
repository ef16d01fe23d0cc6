package org.tamga.extraction.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Target;
import org.tamga.extraction.Annotator;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.extraction.language.WordList;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/** Statements in texts written for the purpose, one case a form of saying or of going wrong. */
class StatementCasesTest {
  private final Annotator annotator = Annotator.standard(LanguageModels.english());

  /** A text and what must and must not be found in it. */
  private record Case(String name, String text, List<String> expected) {}

  @TestFactory
  Stream<DynamicTest> whoSaidWhat() {
    return cases("who-said-what.txt");
  }

  @TestFactory
  Stream<DynamicTest> waysOfGoingWrong() {
    return cases("ways-of-going-wrong.txt");
  }

  private Stream<DynamicTest> cases(String resource) {
    return read(resource).stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
  }

  private void check(Case one) {
    List<Statement> found = statements(one.text());
    List<String> shown = found.stream().map(StatementCasesTest::show).toList();
    List<String> wrong = new ArrayList<>();
    for (String line : one.expected()) {
      List<String> cells =
          Stream.of(line.substring(1).split(" \\| ", -1)).map(String::strip).toList();
      boolean met =
          line.startsWith("+")
              ? found.stream().anyMatch(statement -> is(statement, cells))
              : found.stream().noneMatch(statement -> isWrong(statement, cells));
      if (!met) {
        wrong.add(line);
      }
    }
    assertEquals(List.of(), wrong, () -> "found: " + shown);
  }

  private static boolean is(Statement statement, List<String> cells) {
    return speaks(statement, cells.get(0))
        && word(statement.speech()).equals(cells.get(1))
        && word(statement.polarity()).equals(cells.get(2))
        && word(statement.modality()).equals(cells.get(3))
        && words(statement).contains(cells.get(4));
  }

  /** The pieces of an interrupted quotation, with two bars between. */
  private static String words(Statement statement) {
    return statement.target().parts().stream()
        .map(Target.Part::exact)
        .collect(Collectors.joining(" || "));
  }

  /** A speaker may carry a word that narrows the wrong thing down: "Arne Lund affirmed". */
  private static boolean isWrong(Statement statement, List<String> cells) {
    String speaker = cells.get(0);
    for (String narrowed : List.of("affirmed", "indirect")) {
      if (speaker.endsWith(' ' + narrowed)) {
        boolean so =
            word(statement.polarity()).equals(narrowed)
                || word(statement.speech()).equals(narrowed);
        String name = speaker.substring(0, speaker.length() - narrowed.length() - 1);
        return so && speaks(statement, name) && words(statement).contains(cells.get(1));
      }
    }
    return speaks(statement, speaker) && words(statement).contains(cells.get(1));
  }

  private static boolean speaks(Statement statement, String wanted) {
    Mention speaker = statement.speaker();
    if (wanted.equals("*")) {
      return true;
    }
    if (speaker == null) {
      return wanted.equals("?");
    }
    return wanted.startsWith("anon:")
        ? speaker.anonymous() && speaker.name().contains(wanted.substring(5))
        : !speaker.anonymous() && speaker.name().equalsIgnoreCase(wanted);
  }

  private static String show(Statement statement) {
    Mention speaker = statement.speaker();
    return String.join(
        " | ",
        speaker == null ? "?" : (speaker.anonymous() ? "anon:" : "") + speaker.name(),
        word(statement.speech()),
        word(statement.polarity()),
        word(statement.modality()),
        statement.target().exact());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private List<Statement> statements(String content) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    for (String paragraph : content.split("\n\n", -1)) {
      Span span = new Span(start, start + paragraph.codePointCount(0, paragraph.length()));
      blocks.add(new Block(span, Block.Role.PARAGRAPH));
      start = span.end() + 2;
    }
    ReadableText text = new ReadableText("text/plain", content, blocks, List.of(), Metadata.NONE);
    String document = "sha256:" + "0".repeat(64);
    List<Annotation> found = annotator.annotate(document, text, Metadata.NONE);
    return found.stream().filter(Statement.class::isInstance).map(Statement.class::cast).toList();
  }

  private static List<Case> read(String resource) {
    List<Case> cases = new ArrayList<>();
    String name = "";
    List<String> text = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    List<String> lines = new ArrayList<>(WordList.lines(StatementCasesTest.class, resource));
    lines.add("=== end");
    for (String line : lines) {
      if (line.startsWith("=== ")) {
        if (!text.isEmpty()) {
          cases.add(new Case(name, String.join("\n\n", text), List.copyOf(expected)));
        }
        name = line.substring(4);
        text.clear();
        expected.clear();
      } else if (line.startsWith("+ ") || line.startsWith("- ")) {
        expected.add(line);
      } else {
        text.add(line);
      }
    }
    return cases;
  }
}
