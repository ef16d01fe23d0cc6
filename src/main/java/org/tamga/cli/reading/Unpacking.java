package org.tamga.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.intake.MemberIntake;
import org.tamga.record.Acquisition;
import org.tamga.record.ArchiveRecord;
import org.tamga.text.Reading.Member;
import org.tamga.text.wall.Limits;
import org.tamga.text.wall.Source;
import org.tamga.vault.Digest;
import org.tamga.vault.Vault;

/**
 * Takes the members out of sealed containers, behind the wall, and has them sealed too; then the
 * members of these, down to a depth. docs/spec/add.md, "Containers".
 */
public final class Unpacking {
  /** More members than these within one file are made to swamp whoever opens it. */
  private static final int MOST_IN_ONE_FILE = 50_000;

  /** The same for their bytes. */
  private static final long MOST_BYTES_IN_ONE_FILE = 8L << 30;

  private final Archive archive;
  private final Vault vault;
  private final OpenedDocuments documents;
  private final Listener listener;
  private final Deque<Opening> waiting = new ArrayDeque<>();

  /** Hears of each member that is sealed, and of what was not taken out. */
  public interface Listener {
    /** A member is sealed; {@code isNew} where its bytes were not in the archive before. */
    void member(Acquired member, long index, boolean isNew);

    /** Something was left within its container. */
    void left(Acquired container, String reason);
  }

  /** What all containers within one file have taken so far. */
  private static final class Whole {
    private int members;
    private long bytes;

    /** The limit that the next member would pass; empty where it may be taken. */
    String limit() {
      if (members >= MOST_IN_ONE_FILE) {
        return "stopped by the limit MEMBERS: more than " + MOST_IN_ONE_FILE + " in one file";
      }
      return bytes >= MOST_BYTES_IN_ONE_FILE
          ? "stopped by the limit MEMBER_BYTES: more than "
              + (MOST_BYTES_IN_ONE_FILE >> 30)
              + " GiB in one file"
          : "";
    }
  }

  /**
   * A container that is to be opened.
   *
   * @param within the containers around it, which it may repeat
   */
  private record Opening(Acquired event, boolean isNew, Set<Digest> within, Whole whole) {
    static Opening of(Acquired event, boolean isNew) {
      return new Opening(event, isNew, Set.of(), new Whole());
    }

    Opening member(Acquired member, boolean memberIsNew) {
      Set<Digest> around = new HashSet<>(within);
      around.add(event.digest());
      return new Opening(member, memberIsNew, around, whole);
    }

    /** Why no member may be taken; empty where one may. */
    String limit() {
      return within.size() >= Limits.DEEPEST
          ? "stopped by the limit DEPTH: it lies more than " + Limits.DEEPEST + " containers deep"
          : whole.limit();
    }
  }

  /** Unpacks what this archive holds. */
  public Unpacking(Archive archive, OpenedDocuments documents, Listener listener)
      throws IOException {
    this.archive = archive;
    this.vault = archive.view().vault();
    this.documents = documents;
    this.listener = listener;
  }

  /** A document that was just sealed may be a container. */
  public void add(Acquired event, boolean isNew) {
    waiting.add(Opening.of(event, isNew));
  }

  /** Unpacks all that was added, and what comes out of it. */
  public void run() throws IOException {
    for (Opening next = waiting.poll(); next != null; next = waiting.poll()) {
      open(next, Set.of());
    }
  }

  /** Finishes containers of which an interrupted run had sealed only some members, or none. */
  public void resume() throws IOException {
    List<ArchiveRecord.Unfinished> unfinished;
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      unfinished = record.unfinishedContainers();
    }
    for (ArchiveRecord.Unfinished one : unfinished) {
      if (archive.view().event(one.index()).event().orElse(null) instanceof Acquired event) {
        open(Opening.of(event, true), one.sealed());
      }
    }
    run();
  }

  private void open(Opening opening, Set<String> sealedAlready) throws IOException {
    if (opening.within().contains(opening.event().digest())) {
      return; // it contains itself, and was opened
    }
    Members members = new Members(opening, sealedAlready);
    Optional<List<Member>> known =
        opening.isNew() ? Optional.empty() : membersKnown(opening.event().digest());
    if (known.isPresent()) {
      for (Member member : known.get()) {
        copy(members, member);
      }
    } else {
      open(opening.event(), members);
    }
    members.intake.seal();
  }

  private void open(Acquired event, Members members) throws IOException {
    try (InputStream bytes = vault.open(event.digest())) {
      boolean isProtected = event.handling() != null && event.handling().sourceProtected();
      String source =
          Acquisition.sourceOf(
              event.particulars().get("source"), isProtected, event.run(), event.digest());
      documents.open(
          event.digest(), bytes, event.name().display(), new Source(source), members::take);
    }
  }

  /** A container that came in again holds what it held before. */
  private void copy(Members members, Member member) throws IOException {
    try (InputStream bytes = vault.open(member.digest())) {
      members.take(member.path(), bytes);
    } catch (NoSuchFileException destroyed) {
      listener.left(members.opening.event(), member.path() + " is not in the archive any more");
    }
  }

  private Optional<List<Member>> membersKnown(Digest document) throws IOException {
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      return Optional.of(record.reading(document).noted().members());
    } catch (ArchiveException notReadYet) {
      return Optional.empty();
    }
  }

  /** Takes the members of one container. */
  private final class Members {
    private final Opening opening;
    private final Set<String> sealedAlready;
    private final MemberIntake intake;
    private boolean complained;

    Members(Opening opening, Set<String> sealedAlready) {
      this.opening = opening;
      this.sealedAlready = sealedAlready;
      this.intake = new MemberIntake(archive, this::sealed);
    }

    void take(String path, InputStream bytes) throws IOException {
      String limit = opening.limit();
      if (!limit.isEmpty() && !complained) {
        complained = true;
        listener.left(opening.event(), limit);
      }
      if (limit.isEmpty() && !sealedAlready.contains(path)) {
        opening.whole().members++;
        opening.whole().bytes += intake.take(opening.event(), path, bytes);
      }
    }

    private void sealed(Acquired member, long index, boolean isNew) {
      listener.member(member, index, isNew);
      waiting.add(opening.member(member, isNew));
    }
  }
}
