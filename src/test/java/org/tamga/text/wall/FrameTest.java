package org.tamga.text.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tamga.text.frame.Frame;
import org.tamga.text.frame.FrameKind;
import org.tamga.text.frame.FrameReader;
import org.tamga.text.frame.FrameWriter;
import org.tamga.text.frame.NonsenseException;

/** Whatever a worker writes is an answer within the limits, or is refused; it never does harm. */
class FrameTest {
  private static byte[] written(Frame... frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(out);
    for (Frame frame : frames) {
      writer.write(frame);
    }
    writer.flush();
    return out.toByteArray();
  }

  private static Parsed read(byte[] bytes) throws IOException {
    FrameReader frames = new FrameReader(new ByteArrayInputStream(bytes));
    return new AnswerReader(frames, TestWall.tight(), 1000, MemberSink.NONE).read();
  }

  private static void assertNonsense(Frame... frames) throws IOException {
    byte[] bytes = written(frames);
    assertThrows(NonsenseException.class, () -> read(bytes));
  }

  private static final Frame GOOD = Frame.of(FrameKind.ANSWER, "text/x", "notRead", "it is so");

  @Test
  void fieldsComeBackAsTheyWere() throws Exception {
    Frame frame = Frame.of(FrameKind.DETAIL, "from", "Ada \uD83D\uDE00 \u0646");
    byte[] bytes = written(frame);
    Frame read = new FrameReader(new ByteArrayInputStream(bytes)).next();
    assertEquals(List.of("from", "Ada \uD83D\uDE00 \u0646"), read.parseFields());
  }

  @Test
  void whatDoesNotFitIsRefused() throws Exception {
    assertEquals("it is so", read(written(GOOD)).notRead());
    assertNonsense(Frame.of(FrameKind.HELLO, Frame.GREETING), GOOD);
    assertNonsense(Frame.of(FrameKind.TEXT, "poem", "Rat."), GOOD);
    assertNonsense(Frame.of(FrameKind.TEXT, "paragraph", " "), GOOD);
    assertNonsense(Frame.of(FrameKind.PLACE, "page", "0", "", ""), GOOD);
    assertNonsense(Frame.of(FrameKind.PLACE, "page", "9999999999", "", ""), GOOD);
    assertNonsense(Frame.of(FrameKind.DETAIL, "From", "Ada"), GOOD);
    assertNonsense(Frame.of(FrameKind.WARNING, "macros", "words"), GOOD);
    assertNonsense(Frame.of(FrameKind.MEMBER, ""), GOOD);
    byte[] endless = written(Frame.of(FrameKind.MEMBER, "a"), GOOD);
    assertThrows(AnswerReader.BrokenAnswer.class, () -> read(endless));
    assertNonsense(new Frame(FrameKind.CONTENT, new byte[3]), GOOD);
    assertNonsense(Frame.of(FrameKind.ANSWER, "text/x", "read", "and not"));
    assertNonsense(Frame.of(FrameKind.ANSWER, "no type", "read", ""));
    assertNonsense(Frame.of(FrameKind.ANSWER, "text/x", "notRead", ""));
    assertNonsense(new Frame(FrameKind.DETAIL, new byte[] {0, 0, 0, 1, (byte) 0xC3, 0, 0, 0, 0}));
    Frame twice = Frame.of(FrameKind.MEMBER, "a");
    Frame end = Frame.of(FrameKind.MEMBER_END);
    assertNonsense(twice, end, twice, end, GOOD);
  }

  @Test
  void lengthsAreLookedAtBeforeAnythingIsTaken() {
    byte[] huge = {'T', 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    assertThrows(NonsenseException.class, () -> read(huge));
    byte[] negative = {'C', (byte) 0xFF, 0, 0, 0};
    assertThrows(NonsenseException.class, () -> read(negative));
  }

  /** Random damage ends in an answer or in an exception that costs one document. */
  @Test
  void damageIsNeverMoreThanNonsense() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    byte[] whole =
        written(
            Frame.of(FrameKind.PLACE, "page", "1", "", ""),
            Frame.of(FrameKind.TEXT, "paragraph", "Six have waited."),
            Frame.of(FrameKind.MEMBER, "a.txt"),
            new Frame(FrameKind.CONTENT, new byte[50]),
            Frame.of(FrameKind.MEMBER_END),
            GOOD);
    int answers = 0;
    int refusals = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] damaged = whole.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        read(damaged);
        answers++;
      } catch (IOException refused) {
        refusals++;
      }
    }
    assertTrue(answers > 0 && refusals > 0, "seed " + seed);
  }
}
