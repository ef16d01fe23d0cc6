package org.tamga.record.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.annotation.Anchor.Status;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Statement;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.PersonSigner;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Decision;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.Steps;
import org.tamga.record.TestArchive;
import org.tamga.record.TestSteps;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;

/** Two people decide at random; then the archive is rebuilt, and the text changes. */
class RandomDecisionsTest {
  private static final int ROUNDS = Integer.getInteger("tamga.rounds", 4);
  private static final long SEED = Long.getLong("tamga.seed", System.nanoTime());
  private static final List<String> NAMES = List.of("Mara", "Iven", "Orla", "Toren");

  private final Random random = new Random(SEED);

  @Test
  void nothingThatPeopleDecidedIsLostOrMovedToOtherWords(@TempDir Path folder) throws Exception {
    System.out.println("RandomDecisionsTest: -Dtamga.seed=" + SEED);
    for (int round = 0; round < ROUNDS; round++) {
      try (TestArchive archive = TestArchive.in(folder.resolve("r" + round))) {
        round(archive, folder.resolve("k" + round));
      }
    }
  }

  private void round(TestArchive archive, Path keys) throws IOException {
    List<PersonSigner> people = List.of(archive.keeper(), archive.person(keys, "tamga/second"));
    String text = text();
    Digest document = archive.add("text.txt", text);
    catchUp(archive, TestSteps.version("1"));
    for (int i = 0; i < 12; i++) {
      decide(archive, document, people.get(random.nextInt(2)));
      catchUp(archive, TestSteps.version("1"));
    }
    List<ReviewedAnnotation> before = reviewed(archive, document);
    String dump = dump(archive);
    new Projection(TestSteps.version("1")).rebuild(archive.view(), ProjectionListener.SILENT);
    assertEquals(dump, dump(archive), "after a rebuild, seed " + SEED);
    assertEquals(before, reviewed(archive, document));

    // A newer program that names nobody: what people agreed on is still what is shown.
    catchUp(archive, TestSteps.changed("2", RandomDecisionsTest::nameless));
    assertEquals(agreed(before), agreed(reviewed(archive, document)), "seed " + SEED);
    catchUp(archive, TestSteps.version("3", this::edited));
    check(archive, document);
    catchUp(archive, TestSteps.version("4"));
    assertEquals(before, reviewed(archive, document), "back to the old text, seed " + SEED);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(NAMES.get(random.nextInt(4)))
          .append(" said: \"The mill at bend ")
          .append(random.nextInt(4))
          .append(" was closed in 20")
          .append(10 + random.nextInt(5))
          .append(".\" \uD83C\uDF3E\n");
    }
    return text.toString();
  }

  private void decide(TestArchive archive, Digest document, PersonSigner person)
      throws IOException {
    List<ReviewedAnnotation> all = reviewed(archive, document);
    ReviewedAnnotation one = all.get(random.nextInt(all.size()));
    String id = one.annotation().id();
    TreeMap<String, String> set = new TreeMap<>();
    boolean isStatement = one.annotation() instanceof Statement;
    set.put(isStatement ? "speaker" : "value", isStatement ? name() : "2016");
    try {
      switch (random.nextInt(5)) {
        case 0 -> archive.decide(person, d -> d.accept(id, one.annotation(), "a"));
        case 1 -> archive.decide(person, d -> d.reject(id, one.annotation(), "r"));
        case 2 -> archive.decide(person, d -> d.correct(id, one.annotation(), set, "c"));
        case 3 -> archive.decide(person, d -> d.withdraw(id, one.annotation(), "w"));
        default -> {
          TreeMap<String, String> kind = new TreeMap<>(Map.of("kind", "closure"));
          int start = one.annotation().target().span().start();
          var span = new org.tamga.text.Span(start, start + 1 + random.nextInt(3));
          archive.decide(person, d -> d.add(document.toString(), "event", null, span, kind, "n"));
        }
      }
    } catch (ArchiveException notPossible) {
      // Nobody by this name, nothing to withdraw, nothing to change, or there already.
      assertTrue(notPossible.getMessage() != null, "seed " + SEED);
    }
  }

  private String name() {
    return NAMES.get(random.nextInt(4));
  }

  /** The same, as a program would give it that never dares to name a speaker. */
  static List<Annotation> nameless(List<Annotation> all) {
    List<Annotation> changed = new ArrayList<>();
    for (Annotation one : all) {
      changed.add(
          one instanceof Statement s
              ? new Statement(
                  s.anchor(),
                  null,
                  s.speech(),
                  s.cue(),
                  s.polarity(),
                  s.modality(),
                  null,
                  s.medium(),
                  s.date())
              : one);
    }
    return changed;
  }

  /** What people agreed on: never changed by a program. */
  private static Map<String, Annotation> agreed(List<ReviewedAnnotation> all) {
    Map<String, Annotation> agreed = new HashMap<>();
    for (ReviewedAnnotation one : all) {
      Status status = one.annotation().anchor().status();
      if (status != Status.PROPOSED) {
        agreed.put(one.annotation().id(), one.annotation());
      }
    }
    return agreed;
  }

  /** Some lines go, some are new, some stand there twice. */
  private String edited(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    Collections.shuffle(lines, new Random(SEED));
    lines.remove(0);
    lines.add(1, "A line that was not there in 2012.");
    lines.add(lines.get(2));
    return String.join("\n", lines);
  }

  private static void check(TestArchive archive, Digest document) throws IOException {
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      List<Decision> seen = new ArrayList<>();
      String content =
          record.reading(document) instanceof Reading.Read read ? read.text().content() : "";
      for (ReviewedAnnotation one : record.reviewed(document)) {
        new org.tamga.annotation.CitedText(content).require(one.annotation().target());
        for (Decision decision : one.decisions()) {
          Annotation signed =
              SignedReading.parse(decision.correction(), document.toString())
                  .orElseThrow()
                  .annotation();
          assertEquals(signed.type(), one.annotation().type(), "seed " + SEED);
          assertEquals(signed.target().exact(), one.annotation().target().exact(), "seed " + SEED);
          seen.add(decision);
        }
      }
      record.orphans(document).forEach(orphan -> seen.addAll(orphan.decisions()));
      seen.sort(java.util.Comparator.comparing(Decision::index));
      assertEquals(record.decisions(document), seen, "none dropped, none twice, seed " + SEED);
    }
  }

  private static void catchUp(TestArchive archive, Steps steps) throws IOException {
    new Projection(steps).catchUp(archive.view(), ProjectionListener.SILENT);
  }

  private static List<ReviewedAnnotation> reviewed(TestArchive archive, Digest document)
      throws IOException {
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      return record.reviewed(document);
    }
  }

  private static String dump(TestArchive archive) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      record.dump(line -> all.append(line).append('\n'));
    }
    return all.toString();
  }
}
