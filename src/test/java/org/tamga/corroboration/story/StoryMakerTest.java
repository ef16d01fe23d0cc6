package org.tamga.corroboration.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryMakerTest {
  @Test
  void aSeedGivesTheSameStoryAgain() {
    for (long seed = 1; seed <= 16; seed++) {
      assertEquals(StoryMaker.make(seed), StoryMaker.make(seed), "seed " + seed);
      assertNotEquals(
          StoryMaker.make(seed).documents(), StoryMaker.make(seed + 8).documents(), "seed " + seed);
    }
  }

  @Test
  void noSlotStaysEmpty() {
    for (long seed = 1; seed <= 64; seed++) {
      for (Story.Told one : StoryMaker.make(seed).documents()) {
        assertFalse(one.text().contains("{"), () -> one.text());
        assertFalse(one.text().contains("null"), () -> one.text());
      }
    }
  }

  @Test
  void thereAreSixtyStoriesAndMore() throws IOException {
    List<Story> written = Story.readAll(Path.of("eval/echoes"));
    assertTrue(written.size() >= 20, written.size() + " stories written by hand");
    for (Story story : written) {
      assertFalse(story.note().isBlank(), story.name());
      assertTrue(story.documents().size() >= 2, story.name());
      for (Story.Told one : story.documents()) {
        assertEquals(one.from() == null, one.as() == null, story.name() + " " + one.name());
      }
    }
  }
}
