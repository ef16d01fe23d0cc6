package org.tamga.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.annotation.CitedText;
import org.tamga.custody.EventKind;
import org.tamga.custody.Particulars;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.TestArchive;
import org.tamga.record.TestSteps;
import org.tamga.vault.Digest;

class SearchIndexTest {
  private static final String LETTER =
      "🌊 Letter from Vessen\n\nMara said: \"The mill of Orlan was closed.\"\n\n"
          + "In 2019 the Café Über stood empty.";

  private final TestArchive archive;
  private final Projection projection = new Projection(TestSteps.version("1"));

  SearchIndexTest(@TempDir Path folder) throws IOException {
    archive = TestArchive.in(folder);
  }

  private SearchIndex.Answer search(String typed) throws IOException {
    projection.catchUp(archive.view(), ProjectionListener.SILENT);
    try (ArchiveRecord record = ArchiveRecord.open(archive.view());
        SearchIndex index = SearchIndex.upToDate(archive.view(), record)) {
      return index.search(Query.parse(typed), 10);
    }
  }

  private List<Digest> found(String typed) throws IOException {
    return search(typed).hits().stream().map(Hit::document).toList();
  }

  private String dump() throws IOException {
    StringBuilder all = new StringBuilder();
    projection.catchUp(archive.view(), ProjectionListener.SILENT);
    try (ArchiveRecord record = ArchiveRecord.open(archive.view());
        SearchIndex index = SearchIndex.upToDate(archive.view(), record)) {
      index.dump(line -> all.append(line).append('\n'));
    }
    return all.toString();
  }

  @Test
  void snippetsStandWhereTheySay() throws IOException {
    archive.add("letter.txt", LETTER);
    Hit hit = search("mill").hits().getFirst();
    Hit.Snippet snippet = hit.snippets().getFirst();
    CitedText text = new CitedText(LETTER);
    assertEquals(snippet.exact(), text.at(snippet.span()));
    assertEquals("mill", text.at(snippet.marks().getFirst()));
    assertTrue(snippet.exact().contains("The mill of Orlan was closed."), snippet.exact());
  }

  @Test
  void wordsPhrasesFiltersAndExclusions() throws IOException {
    Digest letter =
        archive.add("letter.txt", LETTER, Particulars.NONE.with("publisher", "Vessen Post"), null);
    Digest other = archive.add("other.txt", "Orlan\n\nIven spoke of a mill and of the river.");
    assertEquals(List.of(letter), found("mill closed"));
    assertEquals(2, search("MILL orlan").documents());
    assertEquals(List.of(letter), found("\"mill of Orlan\""));
    assertEquals(List.of(), found("\"closed in 2019\""));
    assertEquals(List.of(other), found("mill -closed"));
    assertEquals(List.of(letter), found("publisher:vessen"));
    assertEquals(List.of(letter), found("publisher:\"vessen post\" mill"));
    assertEquals(List.of(letter), found("speaker:Mara"));
    assertEquals(List.of(letter), found("type:statement"));
    assertEquals(List.of(letter), found("cafe uber"));
    assertEquals(List.of(letter), found("clos*"));
    assertEquals(List.of(other), found("other"));
    assertEquals(List.of(), found("nowhere"));
    assertEquals(List.of(), found("\" \" - :* \\ AND ( [ ^"));
  }

  @Test
  void wordsOfOtherScriptsAreFound() throws IOException {
    Digest chinese = archive.add("zh.txt", "村里的磨坊昨天关闭了。");
    Digest arabic = archive.add("ar.txt", "أغلقت الطاحونة أمس في القرية.");
    Digest russian = archive.add("ru.txt", "Мельница у реки закрыта.");
    assertEquals(List.of(chinese), found("磨坊"));
    assertEquals(List.of(arabic), found("الطاحونة"));
    assertEquals(List.of(russian), found("МЕЛЬНИЦА"));
  }

  @Test
  void theIndexFollowsTheRecordAndIsTheSameWhenRebuilt() throws IOException {
    archive.add("a.txt", LETTER);
    assertEquals(1, search("mill").documents());
    archive.add("b.txt", "Another mill.");
    archive.add("c.txt", LETTER, Particulars.NONE.with("publisher", "Late Post"), null);
    assertEquals(2, search("mill").documents());
    assertEquals(1, search("publisher:late").documents());
    String before = dump();
    projection.rebuild(archive.view(), ProjectionListener.SILENT);
    assertEquals(before, dump());
  }

  @Test
  void whatIsDestroyedIsNotInTheIndexAnyMore() throws IOException {
    Digest letter = archive.add("letter.txt", LETTER);
    archive.add("b.txt", "Another mill.");
    assertEquals(2, search("mill").documents());
    archive.remove(EventKind.DESTROYED, letter);
    projection.catchUp(archive.view(), ProjectionListener.SILENT);
    assertFalse(indexHolds("closed"));
    assertEquals(1, search("mill").documents());
    assertFalse(indexHolds("closed"));
  }

  @Test
  void aDamagedIndexIsMadeAgain() throws IOException {
    archive.add("letter.txt", LETTER);
    assertEquals(1, search("mill").documents());
    try (Stream<Path> files = Files.list(archive.folder().resolve("derived/index"))) {
      for (Path file : files.filter(f -> f.toString().contains("segments")).toList()) {
        Files.writeString(file, "torn");
      }
    }
    assertEquals(1, search("mill").documents());
  }

  private boolean indexHolds(String word) throws IOException {
    try (Stream<Path> files = Files.walk(archive.folder().resolve("derived/index"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
