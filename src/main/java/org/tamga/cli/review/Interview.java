package org.tamga.cli.review;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.custody.ArchiveException;
import org.tamga.record.Correction;
import org.tamga.record.decision.Deciding;
import org.tamga.record.decision.DecisionKind;

/**
 * Asks, reads the answers line by line, and seals them.
 *
 * <p>Whoever answers at a terminal has each answer sealed before the next question; answers that
 * come from a file are sealed some at a time. Only what is sealed is acknowledged.
 */
final class Interview {
  /** So many answers at most are lost where the program is killed before it acknowledged them. */
  private static final int BATCH = 16;

  private static final String QUESTION =
      "a(ccept) [reason], r(eject) reason, c(orrect), s(kip), u(ndo), q(uit) ? ";

  private final PersonOption person;
  private final BufferedReader answers;
  private final PrintWriter out;
  private final List<Answer> waiting = new ArrayList<>();
  private final Deque<Card> decided = new ArrayDeque<>();
  private final boolean isTerminal =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  private long sealed;
  private long refused;
  private long skipped;

  private record Answer(
      DecisionKind kind, Card card, SortedMap<String, String> set, @Nullable String reason) {}

  Interview(PersonOption person, BufferedReader answers) {
    this.person = person;
    this.answers = answers;
    this.out = person.archive().out();
  }

  /** Asks about each card; false where the person wants to hear no more. */
  boolean ask(List<Card> cards) throws IOException {
    for (Card card : cards) {
      out.println();
      card.lines().forEach(out::println);
      if (!ask(card)) {
        return false;
      }
    }
    return true;
  }

  private boolean ask(Card card) throws IOException {
    while (true) {
      String line = read(QUESTION);
      if (line == null) {
        return false;
      }
      String word = line.strip();
      String rest = word.length() < 2 ? "" : word.substring(1).strip();
      boolean isOneLetter = word.length() == 1 || word.startsWith(" ", 1);
      switch (isOneLetter ? word.substring(0, 1) : word) {
        case "a" -> {
          take(DecisionKind.ACCEPTED, card, Collections.emptySortedMap(), rest);
          return true;
        }
        case "r" -> {
          String reason = rest.isEmpty() ? read("why? ") : rest;
          take(DecisionKind.REJECTED, card, Collections.emptySortedMap(), reason);
          return true;
        }
        case "c" -> {
          if (correct(card)) {
            return true;
          }
        }
        case "s" -> {
          skipped++;
          return true;
        }
        case "u" -> {
          if (!undo(card)) {
            return false;
          }
        }
        case "q" -> {
          return false;
        }
        default -> out.println("One letter, please, and behind it what belongs to it.");
      }
    }
  }

  private boolean correct(Card card) throws IOException {
    String fields = String.join(", ", Correction.fieldsOf(card.annotation().type()));
    out.println("Fields: " + fields + ". FIELD=VALUE on a line each, an empty line at the end.");
    SortedMap<String, String> set = new TreeMap<>();
    for (String line = read("= "); line != null && !line.isBlank(); line = read("= ")) {
      int at = line.indexOf('=');
      set.put(line.substring(0, Math.max(0, at)).strip(), line.substring(at + 1).strip());
    }
    if (set.isEmpty()) {
      out.println("Nothing was corrected.");
      return false;
    }
    try {
      Correction.apply(card.annotation(), set, new CitedText(card.text().content()));
    } catch (IllegalArgumentException wrong) {
      out.println(Shown.safely("That cannot be: " + wrong.getMessage() + "."));
      return false;
    }
    take(DecisionKind.CORRECTED, card, set, read("why? "));
    return true;
  }

  /** Takes back the last answer by a further decision, and asks again; false for an end of it. */
  private boolean undo(Card current) throws IOException {
    seal();
    Card last = decided.pollLast();
    if (last == null) {
      out.println("There is nothing to undo.");
      return true;
    }
    waiting.add(
        new Answer(DecisionKind.WITHDRAWN, last, Collections.emptySortedMap(), "undone in review"));
    seal();
    decided.pollLast();
    out.println();
    last.lines().forEach(out::println);
    boolean goesOn = ask(last);
    if (goesOn) {
      out.println();
      current.lines().forEach(out::println);
    }
    return goesOn;
  }

  private void take(
      DecisionKind kind, Card card, SortedMap<String, String> set, @Nullable String reason) {
    waiting.add(new Answer(kind, card, set, reason == null || reason.isBlank() ? null : reason));
  }

  /** The next line; before anybody is kept waiting, what was answered is sealed. */
  private @Nullable String read(String question) throws IOException {
    if (waiting.size() >= BATCH || (!waiting.isEmpty() && !answers.ready())) {
      seal();
    }
    out.print(question);
    out.flush();
    String line = answers.readLine();
    if (!isTerminal) {
      // What is typed at a terminal ends its own line; what comes from a file does not.
      out.println();
    }
    return line;
  }

  private void seal() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    List<Answer> taken = new ArrayList<>();
    long first =
        person.seal(
            deciding -> {
              for (Answer answer : waiting) {
                if (decide(deciding, answer)) {
                  taken.add(answer);
                }
              }
            });
    waiting.clear();
    for (Answer answer : taken) {
      out.println(
          "Sealed: "
              + answer.kind().word()
              + " "
              + Shown.id(answer.card().annotation())
              + " (event "
              + first++
              + ").");
      decided.addLast(answer.card());
      sealed++;
    }
    out.flush();
  }

  /** What cannot be is said, and the other answers are sealed all the same. */
  private boolean decide(Deciding deciding, Answer answer) {
    var seen = answer.card().annotation();
    try {
      switch (answer.kind()) {
        case ACCEPTED -> deciding.accept(seen.id(), seen, answer.reason());
        case REJECTED -> deciding.reject(seen.id(), seen, answer.reason());
        case CORRECTED -> deciding.correct(seen.id(), seen, answer.set(), answer.reason());
        case WITHDRAWN -> deciding.withdraw(seen.id(), null, answer.reason());
        case ADDED -> throw new IllegalStateException("nobody is asked for additions");
      }
      return true;
    } catch (ArchiveException cannotBe) {
      refused++;
      person.archive().complain(cannotBe.getMessage(), cannotBe.hint(), ExitStatus.FINDINGS);
      return false;
    }
  }

  /** Seals what is left, says how much was decided, and returns the exit status. */
  int end() throws IOException {
    seal();
    out.println();
    out.println("Decided " + sealed + ", skipped " + skipped + ". What is sealed stays decided.");
    return refused == 0 ? ExitStatus.GOOD : ExitStatus.FINDINGS;
  }
}
