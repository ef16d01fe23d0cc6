package org.tamga.tlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whom a person who checks an archive has decided to trust: log keys, witnesses, and how many.
 *
 * <p>Text form: C2SP tlog-policy. Kept by the checker, never inside the archive.
 *
 * @param logs keys of logs, at least one of which must have signed
 * @param witnesses keys of witnesses by the names that the policy gives them
 * @param quorum what must hold of the witnesses
 */
public record Policy(List<VerifierKey> logs, Map<String, Witness> witnesses, Quorum quorum) {
  private static final int MOST_LINES = 1000;

  public Policy {
    logs = List.copyOf(logs);
    // In the order of the policy's lines, so that whatever lists them does it alike each time.
    witnesses = Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
  }

  /**
   * A witness of the policy.
   *
   * @param key its public key
   * @param url where it takes submissions; empty where the policy names none
   */
  public record Witness(VerifierKey key, String url) {}

  /** What must hold of the witnesses for a checkpoint to count. */
  public sealed interface Quorum {
    /** Whether it holds, given which witnesses have signed. */
    boolean holds(Predicate<String> hasSigned);

    /** No witness is asked for. */
    record None() implements Quorum {
      @Override
      public boolean holds(Predicate<String> hasSigned) {
        return true;
      }
    }

    /** One named witness. */
    record One(String witness) implements Quorum {
      @Override
      public boolean holds(Predicate<String> hasSigned) {
        return hasSigned.test(witness);
      }
    }

    /** At least {@code threshold} of the members. */
    record Group(int threshold, List<Quorum> members) implements Quorum {
      public Group {
        members = List.copyOf(members);
      }

      @Override
      public boolean holds(Predicate<String> hasSigned) {
        return members.stream().filter(member -> member.holds(hasSigned)).count() >= threshold;
      }
    }
  }

  /** The policy written in {@code text}, or {@link MalformedLogException} naming the line. */
  public static Policy parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length > MOST_LINES) {
      throw new MalformedLogException("a policy of more than " + MOST_LINES + " lines");
    }
    Reader reader = new Reader();
    for (int i = 0; i < lines.length; i++) {
      try {
        reader.take(lines[i]);
      } catch (MalformedLogException e) {
        throw new MalformedLogException("line " + (i + 1) + ": " + e.getMessage());
      }
    }
    return reader.policy();
  }

  /** Collects the lines of one policy. */
  private static final class Reader {
    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, Witness> witnesses = new LinkedHashMap<>();
    private final Map<String, Quorum> names = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> materials = new HashSet<>();
    private final List<Quorum> quorum = new ArrayList<>();

    void take(String line) {
      String trimmed = line.replaceAll("^[ \t]+|[ \t]+$", "");
      if (trimmed.isEmpty() || trimmed.startsWith("#")) {
        return;
      }
      if (trimmed.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7F)) {
        throw new MalformedLogException("a control character");
      }
      String[] words = trimmed.split("[ \t]+");
      switch (words[0]) {
        case "log" -> log(words);
        case "witness" -> witness(words);
        case "group" -> group(words);
        case "quorum" -> quorum(words);
        default -> throw new MalformedLogException("unknown word '" + words[0] + "'");
      }
    }

    private void log(String[] words) {
      expect(words, 2, 3);
      VerifierKey key = key(words[1], "log");
      if (key.type() == SignatureType.ED25519_COSIGNATURE) {
        throw new MalformedLogException("a witness's key cannot be a log's");
      }
      logs.add(key);
    }

    private void witness(String[] words) {
      expect(words, 3, 4);
      VerifierKey key = key(words[2], "witness");
      if (!key.type().isTimestamped()) {
        throw new MalformedLogException("a log's key cannot be a witness's");
      }
      define(words[1], new Quorum.One(words[1]));
      witnesses.put(words[1], new Witness(key, words.length == 4 ? words[3] : ""));
    }

    private void group(String[] words) {
      expect(words, 4, Integer.MAX_VALUE);
      List<Quorum> group = new ArrayList<>();
      for (int i = 3; i < words.length; i++) {
        if (words[i].equals("none") || !members.add(words[i])) {
          throw new MalformedLogException("'" + words[i] + "' cannot be a member here");
        }
        group.add(named(words[i]));
      }
      define(words[1], new Quorum.Group(threshold(words[2], group.size()), group));
    }

    private static int threshold(String word, int size) {
      int threshold =
          switch (word) {
            case "all" -> size;
            case "any" -> 1;
            default -> word.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(word) : 0;
          };
      if (threshold < 1 || threshold > size) {
        throw new MalformedLogException("a group of " + size + " cannot ask for " + word);
      }
      return threshold;
    }

    private void quorum(String[] words) {
      expect(words, 2, 2);
      if (!quorum.isEmpty()) {
        throw new MalformedLogException("a second quorum");
      }
      quorum.add(words[1].equals("none") ? new Quorum.None() : named(words[1]));
    }

    private Quorum named(String name) {
      Quorum found = names.get(name);
      if (found == null) {
        throw new MalformedLogException("'" + name + "' is not defined above");
      }
      return found;
    }

    private void define(String name, Quorum meaning) {
      if (name.equals("none") || names.put(name, meaning) != null) {
        throw new MalformedLogException("'" + name + "' is defined already");
      }
    }

    private VerifierKey key(String vkey, String role) {
      VerifierKey key = VerifierKey.parse(vkey);
      if (!materials.add(role + key.material().hex())) {
        throw new MalformedLogException("the same key twice");
      }
      return key;
    }

    private static void expect(String[] words, int least, int most) {
      if (words.length < least || words.length > most) {
        throw new MalformedLogException("'" + words[0] + "' with too few or too many words");
      }
    }

    Policy policy() {
      if (quorum.isEmpty()) {
        throw new MalformedLogException("the policy names no quorum");
      }
      return new Policy(logs, witnesses, quorum.getFirst());
    }
  }
}
