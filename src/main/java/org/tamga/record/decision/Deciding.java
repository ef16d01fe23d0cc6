package org.tamga.record.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.custody.Archive;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.Decided;
import org.tamga.custody.PersonSigner;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.ArchiveRecord.Found;
import org.tamga.record.Correction;
import org.tamga.text.Reading;
import org.tamga.text.Span;
import org.tamga.vault.Digest;

/**
 * The one way in which a person decides about annotations, for commands and pages alike.
 *
 * <p>The record must be up to date with the archive, whose lock the caller holds: so a decision is
 * about what is there. Nothing is sealed before {@link #seal}; when that returns, all of it is.
 * What is not possible is refused with an {@link ArchiveException} in words for that person, and
 * nothing is logged.
 */
public final class Deciding {
  /** A reason is a few sentences; code points. */
  public static final int LONGEST_REASON = 4_000;

  /** Each member of a decision about a group is an event of its own. */
  public static final int MOST_MEMBERS = 200;

  /** What stands in place of a step of the program where a person found something. */
  public static final Anchor.Made PERSON = new Anchor.Made("person", "1");

  private final Archive archive;
  private final ArchiveRecord record;
  private final PersonSigner person;
  private final List<Draft> drafts = new ArrayList<>();

  /** Decisions of one person about what this record holds. */
  public Deciding(Archive archive, ArchiveRecord record, PersonSigner person) {
    this.archive = archive;
    this.record = record;
    this.person = person;
  }

  /**
   * Accepts an annotation as it is shown: where others corrected it, as they corrected it.
   *
   * @param seen the annotation as the person saw it; null where it is taken as it is now
   */
  public void accept(String id, @Nullable Annotation seen, @Nullable String reason) {
    Found found = find(id, seen);
    draft(DecisionKind.ACCEPTED, found, found.reviewed().annotation(), reason);
  }

  /** Rejects an annotation; {@code seen} as in {@link #accept}. */
  public void reject(String id, @Nullable Annotation seen, @Nullable String reason) {
    Found found = find(id, seen);
    draft(DecisionKind.REJECTED, found, found.reviewed().annotation(), reason);
  }

  /** Takes back what this person decided before; {@code seen} as in {@link #accept}. */
  public void withdraw(String id, @Nullable Annotation seen, @Nullable String reason) {
    Found found = find(id, seen);
    String me = person.name() + " ";
    boolean hasDecided =
        found.reviewed().decisions().stream()
            .anyMatch(one -> one.signer() != null && one.signer().startsWith(me));
    if (!hasDecided) {
      throw refused(
          person.name() + " has decided nothing about " + id,
          "only one's own decisions can be withdrawn; reject what somebody else accepted");
    }
    draft(DecisionKind.WITHDRAWN, found, found.reviewed().annotation(), reason);
  }

  /**
   * Corrects fields of an annotation; {@code seen} as in {@link #accept}.
   *
   * @param set values by field, as docs/spec/decisions.md says; an empty value takes a field away
   */
  public void correct(
      String id,
      @Nullable Annotation seen,
      SortedMap<String, String> set,
      @Nullable String reason) {
    Found found = find(id, seen);
    if (set.isEmpty()) {
      throw refused("no field was given", "name what is to change, such as polarity=denied");
    }
    Annotation before = found.reviewed().annotation();
    SortedMap<String, String> all = new TreeMap<>(found.reviewed().set());
    all.putAll(set);
    Annotation after = checked(() -> Correction.apply(before, set, text(found.document())));
    if (after.equals(before)) {
      throw refused("nothing would change", "accept it if it is right as it is");
    }
    draft(
        DecisionKind.CORRECTED, found.document(), new SignedReading(proposed(after), all), reason);
  }

  /**
   * Adds an annotation that the program did not see.
   *
   * @param documentId whole, or its first digits
   * @param quote exact words that stand once in the text; null where {@code span} says where
   * @param span place in code points; null where {@code quote} says which words
   */
  public void add(
      String documentId,
      String type,
      @Nullable String quote,
      @Nullable Span span,
      SortedMap<String, String> set,
      @Nullable String reason) {
    Digest document = record.find(documentId).id();
    CitedText text = text(document);
    Annotation made =
        checked(
            () -> {
              Target target = text.quote(span != null ? span : place(text, quote));
              Anchor anchor = Anchor.proposed(document.toString(), type, target, PERSON);
              return Correction.make(anchor, type, set, text);
            });
    for (ReviewedAnnotation one : record.reviewed(document)) {
      boolean isThere =
          one.annotation().type().equals(type)
              && one.annotation().target().parts().equals(made.target().parts());
      if (isThere && one.annotation().anchor().status() != Anchor.Status.REJECTED) {
        throw refused(
            "there is a " + type + " on these very words: " + one.annotation().id(),
            "accept, correct or reject that one");
      }
    }
    draft(DecisionKind.ADDED, document, new SignedReading(made, set), reason);
  }

  /**
   * Decides about which members are one: an event for each member, all with one token.
   *
   * @param first those that are joined, are split from the others, or are the origin
   * @param second those from which they are split; empty for any other kind
   */
  public void group(
      GroupDecisionKind kind, List<GroupMember> first, List<GroupMember> second, String reason) {
    if (first.size() + second.size() > MOST_MEMBERS) {
      throw refused(
          "more than " + MOST_MEMBERS + " members in one decision", "decide about some at a time");
    }
    StringBuilder about = new StringBuilder(kind.word() + archive.surroundings().now());
    first.forEach(member -> about.append('\n').append(member.id()));
    second.forEach(member -> about.append('\n').append(member.id()));
    about.append('\n').append(person.name()).append(' ').append(drafts.size());
    String token = Digest.of(about.toString().getBytes(StandardCharsets.UTF_8)).toString();
    first.forEach(member -> draft(kind, member, token, "1", reason));
    second.forEach(member -> draft(kind, member, token, "2", reason));
  }

  /** Takes back this person's last decision about a group that a member is in. */
  public void undo(GroupMember member, GroupDecisions decisions, String reason) {
    GroupReading last =
        decisions.last(person.name(), member.id()).map(GroupDecision::reading).orElse(null);
    if (last == null) {
      throw refused(
          person.name() + " has decided nothing about a group of " + member.id() + " that counts",
          "only one's own decisions can be undone; decide otherwise where others are wrong");
    }
    draft(GroupDecisionKind.UNDONE, member, last.token(), "1", reason);
  }

  private void draft(
      GroupDecisionKind kind, GroupMember member, String token, String side, String reason) {
    GroupReading reading = new GroupReading(member.of(), token, side, member.target());
    draft(Digest.parse(member.document()), member.id(), kind.word(), reading.write(), reason);
  }

  private static Span place(CitedText text, @Nullable String quote) {
    if (quote == null || quote.isEmpty()) {
      throw new IllegalArgumentException("neither words nor a place were given");
    }
    int at = text.content().indexOf(quote);
    if (at < 0) {
      throw new IllegalArgumentException(
          "these words are not in the text, letter for letter; tamga text prints it");
    }
    if (text.content().indexOf(quote, at + 1) >= 0) {
      throw new IllegalArgumentException(
          "these words stand in the text more than once; give more of them, or the place with"
              + " --start and --end");
    }
    return text.span(at, at + quote.length());
  }

  /** The archive as it is now. */
  public ArchiveView view() throws IOException {
    return archive.view();
  }

  /** What there is to decide about. */
  public ArchiveRecord record() {
    return record;
  }

  /** How many decisions wait to be sealed. */
  public int waiting() {
    return drafts.size();
  }

  /**
   * Seals what was decided, in one batch. When this returns, a loss of power loses none of it.
   *
   * @return the log index of the first
   */
  public long seal() throws IOException {
    long first = archive.log(drafts);
    drafts.clear();
    return first;
  }

  private Found find(String id, @Nullable Annotation seen) {
    Found found = record.findAnnotation(id);
    Annotation now = found.reviewed().annotation();
    if (seen != null && !sameContent(seen, now)) {
      throw refused(
          "the annotation " + id + " is not the same any more as when it was shown",
          "look at it again; nothing was decided about it");
    }
    return found;
  }

  private static boolean sameContent(Annotation one, Annotation other) {
    return proposed(one).equals(proposed(other));
  }

  private static Annotation proposed(Annotation annotation) {
    Anchor anchor = annotation.anchor();
    return Correction.withAnchor(
        annotation,
        new Anchor(anchor.id(), anchor.target(), Anchor.Status.PROPOSED, anchor.made()));
  }

  private CitedText text(Digest document) {
    try {
      if (record.reading(document) instanceof Reading.Read read) {
        return new CitedText(read.text().content());
      }
    } catch (IOException unreadable) {
      throw refused(
          "the text of " + document + " cannot be read: " + unreadable.getMessage(),
          "make it again with: tamga rebuild");
    }
    throw refused("there is no text of " + document, "what has no text has no words to annotate");
  }

  private void draft(
      DecisionKind kind, Found found, Annotation annotation, @Nullable String reason) {
    draft(
        kind,
        found.document(),
        new SignedReading(proposed(annotation), found.reviewed().set()),
        reason);
  }

  private void draft(
      DecisionKind kind, Digest document, SignedReading reading, @Nullable String reason) {
    String correction = checked(() -> reading.write(document.toString()));
    draft(document, reading.annotation().id(), kind.word(), correction, reason);
  }

  private void draft(
      Digest document, String id, String decision, String correction, @Nullable String reason) {
    if (reason != null && reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw refused(
          "the reason is longer than " + LONGEST_REASON + " characters", "say it in fewer words");
    }
    String now = archive.surroundings().now();
    Decided event = checked(() -> new Decided(document, id, decision, now, reason, correction));
    // Half a character typed at a terminal must be refused before anything is logged.
    checked(event::fields);
    drafts.add(new Draft(event, null, person));
  }

  private static <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException wrong) {
      throw refused(
          wrong.getMessage() == null ? "this cannot be" : wrong.getMessage(),
          "nothing was decided; docs/spec/decisions.md has the fields of each type");
    }
  }

  private static ArchiveException refused(String what, String hint) {
    return new ArchiveException(Reason.NOT_POSSIBLE, what, hint);
  }
}
