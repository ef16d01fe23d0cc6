package org.tamga.extraction.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;

/**
 * Who writes a document and to whom, as its own head and foot say.
 *
 * <p>The one written to is read from the salutation and the line or heading "to …"; those who write
 * from "We, the …", from the names at the foot and from a heading "by …". What is not written there
 * stays open: most documents are no letters, and have neither.
 */
public final class Correspondence {
  /** Salutation and heading stand among the first lines. */
  private static final int HEAD = 9;

  /** A longer line is running text, in words. */
  private static final int LONGEST = 14;

  /** A list of names on one line may be longer. */
  private static final int LONGEST_LIST = 60;

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern STOPS = Pattern.compile("[,;:–—-]+$");

  private final @Nullable String addressee;
  private final List<String> several;
  private final @Nullable String single;
  private final boolean circular;

  /** Reads head and foot of a document. */
  public Correspondence(ReadableText text, CitedText cited, Metadata known, LetterWords words) {
    var lines = lines(text, cited);
    var heading = heading(lines, words);
    int salutation = salutation(lines, words);
    addressee = addressee(lines, salutation, heading, words);
    var sender = line(lines, Set.of("from"), words);
    circular = sender != null && addressee != null;
    boolean letter = salutation >= 0 || addressee != null || heading != null;
    var signed = letter ? signatures(lines, words) : List.<String>of();
    var selves = self(lines, words.plural());
    var self = self(lines, words.singular());
    var publisher = known.publisher();
    var byline = signedBy(lines, words);
    var from = sender != null ? sender : heading == null ? null : heading.from();
    if (selves != null) {
      several = List.of(selves);
    } else if (byline != null) {
      several = List.of(byline);
    } else if (signed.size() == 1 && publisher != null && !publisher.isBlank()) {
      // One signs for many: "we" are those who publish it.
      several = List.of(publisher);
    } else if (!signed.isEmpty()) {
      several = signed;
    } else {
      several = from == null ? List.of() : List.of(from);
    }
    single = self != null ? self : signed.size() == 1 ? signed.getFirst() : from;
  }

  /** Whom "you" means outside quotations; null where the document does not say. */
  public @Nullable String addressee() {
    return addressee;
  }

  /** Whom "we" means outside quotations; empty where the document does not say. */
  public List<String> several() {
    return several;
  }

  /** Whom "I" means outside quotations; null where the document does not say. */
  public @Nullable String single() {
    return single;
  }

  /**
   * Whom "I", "we" or "you" means outside quotations, in lower case; nobody for other words, and
   * where the document does not say.
   */
  public List<String> meant(String pronoun) {
    return switch (pronoun) {
      case "we", "us" -> several;
      case "i", "me" -> single == null ? List.of() : List.of(single);
      case "you" -> addressee == null ? List.of() : List.of(addressee);
      default -> List.of();
    };
  }

  /** Whether it is headed "To: … From: …", as offices write to those under them. */
  public boolean isCircular() {
    return circular;
  }

  /** What a heading says of writer and reader. */
  private record Heading(@Nullable String from, @Nullable String to) {}

  private static List<String> lines(ReadableText text, CitedText cited) {
    var lines = new ArrayList<String>();
    for (var block : text.blocks()) {
      if (block.role().isMain()) {
        cited.at(block.span()).lines().map(String::strip).forEach(lines::add);
      }
    }
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private static String[] words(String line) {
    return BLANKS.split(line.strip());
  }

  private static String lower(String word) {
    return STOPS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** The line "Dear …," among the first, or -1. */
  private static int salutation(List<String> lines, LetterWords words) {
    for (int i = 0; i < Math.min(HEAD, lines.size()); i++) {
      var line = lines.get(i);
      var parts = words(line);
      boolean closed = line.endsWith(",") || line.endsWith(":");
      if (closed && parts.length <= LONGEST && words.salutations().contains(lower(parts[0]))) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String addressee(
      List<String> lines, int salutation, @Nullable Heading heading, LetterWords words) {
    var line = line(lines, words.to(), words);
    var to = line != null ? line : heading == null ? null : heading.to();
    if (salutation < 0) {
      return to;
    }
    var named = new ArrayList<String>();
    for (var word : words(lines.get(salutation))) {
      boolean courtesy = words.salutations().contains(lower(word));
      if (!courtesy && !words.titles().contains(lower(word))) {
        named.add(STOPS.matcher(word).replaceAll(""));
      }
    }
    var name = String.join(" ", named);
    boolean polite = name.isEmpty() || words.courtesies().contains(lower(name));
    if (to != null && (polite || to.toLowerCase(Locale.ROOT).contains(lower(name)))) {
      return to;
    }
    return polite ? null : name;
  }

  /** "To the Directors of the Saltmarsh Bank": the line that says to whom. */
  private static @Nullable String line(List<String> lines, Set<String> opening, LetterWords words) {
    for (int i = 0; i < Math.min(HEAD, lines.size()); i++) {
      var parts = words(lines.get(i));
      boolean opens = opening.contains(lower(parts[0])) && parts.length > 1;
      // "From the notebook of …" is a heading; "From: …" says who writes.
      opens &= parts[0].endsWith(":") || words.to().contains(lower(parts[0]));
      boolean title = opens && Character.isUpperCase(parts[0].charAt(0));
      if (title && parts.length <= LONGEST && !lines.get(i).endsWith(".")) {
        return name(parts, 1, words);
      }
    }
    return null;
  }

  /** "Open letter to A from B", "Statement by A", "A's speech to B". */
  private static @Nullable Heading heading(List<String> lines, LetterWords words) {
    for (int i = 0; i < Math.min(2, lines.size()); i++) {
      var parts = words(lines.get(i));
      if (lines.get(i).endsWith(".") || parts.length > LONGEST_LIST / 2) {
        continue;
      }
      for (int at = 0; at < parts.length; at++) {
        if (words.documents().contains(lower(parts[at])) && (at == 0 || isHead(parts, at))) {
          return heading(parts, at, words);
        }
      }
    }
    return null;
  }

  /** "An open letter", "The mayor's letter": words in front that leave the document the head. */
  private static boolean isHead(String[] parts, int at) {
    if (owner(parts, at) != null) {
      return true;
    }
    for (int i = 0; i < at; i++) {
      var word = lower(parts[i]);
      boolean plain = word.equals("a") || word.equals("an") || word.equals("the");
      plain = i < 2 && (plain || word.equals("from"));
      if (!plain && !word.equals("open") && !word.equals("joint") && !word.equals("public")) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String owner(String[] parts, int at) {
    if (at == 0 || at > 5 || !parts[at - 1].matches(".+(['’]s|s['’])")) {
      return null;
    }
    var owner = String.join(" ", List.of(parts).subList(0, at));
    for (var word : owner.split(" ", -1)) {
      boolean small = word.equals("of") || word.equals("the") || word.equals("for");
      if (!small && !Character.isUpperCase(word.charAt(0))) {
        return null;
      }
    }
    return owner.replaceAll("['’]s?$", "");
  }

  private static Heading heading(String[] parts, int document, LetterWords words) {
    var from = owner(parts, document);
    String to = null;
    for (int i = document + 1; i < parts.length; i++) {
      var word = lower(parts[i]);
      if (words.to().contains(word) && to == null) {
        to = name(parts, i + 1, words);
      } else if (words.from().contains(word) && from == null) {
        from = name(parts, i + 1, words);
      } else if (words.ends().contains(word)) {
        break;
      }
    }
    return new Heading(from, to);
  }

  /** The name that begins at a place, without its article, up to a comma or a small word. */
  private static @Nullable String name(String[] parts, int from, LetterWords words) {
    var name = new ArrayList<String>();
    for (int i = from; i < parts.length; i++) {
      var word = lower(parts[i]);
      boolean article = name.isEmpty() && (word.equals("the") || word.equals("all"));
      boolean small = words.ends().contains(word) || words.to().contains(word);
      if (!article && (small || (words.from().contains(word) && !word.equals("of")))) {
        break;
      }
      if (!article) {
        name.add(STOPS.matcher(parts[i]).replaceAll(""));
      }
      if (!STOPS.matcher(parts[i]).replaceAll("").equals(parts[i])) {
        break;
      }
    }
    var joined = String.join(" ", name);
    boolean dated = joined.isEmpty() || joined.matches("\\d{1,2} \\p{Lu}.*|\\d{4}.*");
    return dated ? null : joined;
  }

  /** "We, the undersigned teachers, …": how those who write call themselves. */
  private static @Nullable String self(List<String> lines, Set<String> pronouns) {
    for (var pronoun : pronouns) {
      var pattern =
          Pattern.compile(
              "^" + Pattern.quote(pronoun) + ",\\s(?:the\\s)?([^,.;:()“”\"]{3,80}),\\s",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      for (var line : lines) {
        var matcher = pattern.matcher(line);
        if (matcher.find() && isName(matcher, line)) {
          return matcher.group(1).strip();
        }
      }
    }
    return null;
  }

  /** "We, the teachers of Belut, ask" names them; "We, as you know, ask" does not. */
  private static boolean isName(Matcher matcher, String line) {
    boolean article = line.substring(0, matcher.start(1)).toLowerCase(Locale.ROOT).contains("the ");
    return article || Character.isUpperCase(matcher.group(1).charAt(0));
  }

  /** "Signed by 40 teachers, among them …". */
  private static @Nullable String signedBy(List<String> lines, LetterWords words) {
    for (var line : lines) {
      for (var opening : words.signedBy()) {
        if (line.toLowerCase(Locale.ROOT).startsWith(opening + " ")) {
          return name(words(line.substring(opening.length())), 0, words);
        }
      }
    }
    return null;
  }

  /** The names at the foot, without offices and places. */
  private static List<String> signatures(List<String> lines, LetterWords words) {
    int closing = -1;
    for (int i = 1; i < lines.size(); i++) {
      closing = words.closings().contains(lower(lines.get(i))) ? i : closing;
    }
    var names = new ArrayList<String>();
    int first = closing >= 0 ? closing + 1 : lines.size() - 1;
    for (int i = Math.max(1, first); i < lines.size(); i++) {
      boolean list = lines.get(i).contains(";");
      boolean alone = closing >= 0 && names.size() == 1 && words(lines.get(i)).length == 1;
      if (alone || words(lines.get(i)).length > (list ? LONGEST_LIST : LONGEST / 2 + 1)) {
        // "Dana Orlan" and below it "Secretary".
        continue;
      }
      for (var part : lines.get(i).split(";", -1)) {
        var name = part.strip().split("[,(]", 2)[0].strip();
        if (isSignature(name)) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  private static boolean isSignature(String name) {
    var parts = words(name);
    boolean article = parts[0].equals("A") || parts[0].equals("An");
    return parts.length > 1
        && !article
        && !name.matches(".*[.!?\"”’…]$|.*:.*")
        && Character.isUpperCase(name.charAt(0))
        && Character.isUpperCase(parts[parts.length - 1].charAt(0));
  }
}
