package org.tamga.text.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tamga.text.Reading.Detail;
import org.tamga.text.Reading.Member;
import org.tamga.text.Reading.Noted;
import org.tamga.text.Reading.Warning;
import org.tamga.text.frame.BrokenMemberException;
import org.tamga.text.frame.Frame;
import org.tamga.text.frame.FrameKind;
import org.tamga.text.frame.FrameReader;
import org.tamga.text.frame.FramedStream;
import org.tamga.text.frame.NonsenseException;
import org.tamga.text.frame.PlaceKind;
import org.tamga.text.frame.Shape;
import org.tamga.text.wall.Parsed.Piece;
import org.tamga.vault.Digest;

/**
 * Reads what a worker answers to one job, within the limits; whatever does not fit ends the worker.
 * One object, one answer.
 */
final class AnswerReader {
  /** Details and warnings above this number are no help to anybody. */
  private static final int MOST_NOTES = 1000;

  /** More places or blocks than this are made to fill memory. */
  private static final int MOST_PIECES = 2_000_000;

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\x21-\\x7e]{1,64}/[\\x21-\\x7e]{1,127}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,100}");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,60}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final FrameReader frames;
  private final Limits limits;
  private final long documentBytes;
  private final MemberSink sink;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Detail> details = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private long characters;
  private long unpacked;

  AnswerReader(FrameReader frames, Limits limits, long documentBytes, MemberSink sink) {
    this.frames = frames;
    this.limits = limits;
    this.documentBytes = documentBytes;
    this.sink = sink;
  }

  /**
   * Reads up to the end of the answer.
   *
   * @throws WorkerFailure where a limit was passed
   * @throws NonsenseException where something was written that is no answer
   */
  Parsed read() throws IOException {
    while (true) {
      Frame frame = next();
      List<String> fields = frame.parseFields();
      switch (frame.kind()) {
        case PLACE -> place(fields);
        case TEXT -> text(fields);
        case DETAIL -> detail(fields);
        case WARNING -> warning(fields);
        case MEMBER -> member(fields.getFirst());
        case ANSWER -> {
          return answer(fields);
        }
        case JOB, BYTES, END, HELLO, CONTENT, MEMBER_END, MEMBER_BROKEN ->
            throw new NonsenseException(frame.kind() + " out of place");
      }
    }
  }

  /** A pipe breaks in more ways than by ending: the system may close it first. */
  private Frame next() throws IOException {
    try {
      return frames.next();
    } catch (NonsenseException nonsense) {
      throw nonsense;
    } catch (IOException broken) {
      throw new BrokenAnswer(broken);
    }
  }

  private void place(List<String> fields) throws IOException {
    if (!NUMBER.matcher(fields.get(1)).matches()
        || !(fields.get(3).isEmpty() || fields.get(3).equals("picture"))) {
      throw new NonsenseException("a place without number");
    }
    keep(
        new Piece.Beginning(
            PlaceKind.of(fields.get(0)),
            Integer.parseInt(fields.get(1)),
            fields.get(2),
            !fields.get(3).isEmpty()));
  }

  private void text(List<String> fields) throws IOException {
    String words = fields.get(1);
    characters += words.length();
    if (characters > limits.textCharacters()) {
      throw WorkerFailure.limit(
          "TEXT_CHARACTERS", "its text is longer than " + limits.textCharacters() + " characters");
    }
    if (words.isBlank()) {
      throw new NonsenseException("a block without words");
    }
    keep(new Piece.Words(Shape.of(fields.get(0)), words));
  }

  private void keep(Piece piece) throws WorkerFailure {
    if (pieces.size() >= MOST_PIECES) {
      throw WorkerFailure.limit("TEXT_CHARACTERS", "it has more than " + MOST_PIECES + " blocks");
    }
    pieces.add(piece);
  }

  private void detail(List<String> fields) throws NonsenseException {
    if (!NAME.matcher(fields.get(0)).matches() || fields.get(1).isBlank()) {
      throw new NonsenseException("a detail without name or value");
    }
    if (details.size() < MOST_NOTES) {
      details.add(new Detail(fields.get(0), fields.get(1)));
    }
  }

  private void warning(List<String> fields) throws NonsenseException {
    if (!CODE.matcher(fields.get(0)).matches()) {
      throw new NonsenseException("a warning without code");
    }
    if (warnings.size() < MOST_NOTES) {
      warnings.add(new Warning(fields.get(0), fields.get(1)));
    }
  }

  private void member(String path) throws IOException {
    if (path.isBlank() || !paths.add(path)) {
      throw new NonsenseException("a member without a path of its own");
    }
    if (members.size() >= limits.members()) {
      throw WorkerFailure.limit("MEMBERS", "it holds more than " + limits.members() + " members");
    }
    MessageDigest computation = Digest.sha256();
    try (InputStream bytes = new DigestInputStream(new Measured(), computation)) {
      sink.member(path, bytes);
      bytes.transferTo(OutputStream.nullOutputStream());
    } catch (BrokenMemberException broken) {
      warnings.add(new Warning("MEMBER_UNREADABLE", path + ": " + broken.getMessage()));
      return;
    }
    members.add(new Member(path, Digest.of(computation)));
  }

  private Parsed answer(List<String> fields) throws NonsenseException {
    boolean read = fields.get(1).equals("read");
    if (!MEDIA_TYPE.matcher(fields.get(0)).matches()
        || !(read || fields.get(1).equals("notRead"))
        || read != fields.get(2).isBlank()) {
      throw new NonsenseException("an answer that answers nothing");
    }
    return new Parsed(fields.get(0), fields.get(2), pieces, new Noted(details, warnings, members));
  }

  /** The bytes of a member, counted against the limits; faults of the worker are marked as such. */
  private final class Measured extends InputStream {
    private final FramedStream bytes =
        new FramedStream(frames, FrameKind.CONTENT, FrameKind.MEMBER_END);

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n;
      try {
        n = bytes.read(to, offset, length);
      } catch (BrokenMemberException broken) {
        throw broken;
      } catch (IOException e) {
        throw new BrokenAnswer(e);
      }
      unpacked += Math.max(0, n);
      if (unpacked > limits.memberBytes()) {
        throw WorkerFailure.limit(
            "MEMBER_BYTES",
            "its members are larger than " + Limits.mebibytes(limits.memberBytes()) + " together");
      }
      if (limits.isBomb(unpacked, documentBytes)) {
        throw WorkerFailure.limit(
            "RATIO", "its members are more than " + limits.ratio() + " times its size");
      }
      return n;
    }
  }

  /** The pipe from the worker broke, or holds nonsense, while somebody else was reading from it. */
  static final class BrokenAnswer extends IOException {
    private static final long serialVersionUID = 1;
    final IOException fault;

    BrokenAnswer(IOException fault) {
      super(fault);
      this.fault = fault;
    }
  }
}
