package org.tamga.corroboration.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a story from a seed: what happened, who told it, and who took it from whom. */
public final class StoryMaker {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");
  private static final String[] DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  private static final StoryWords WORDS = new StoryWords();

  private final Random random;
  private final Map<String, String> slots = new HashMap<>();
  private final List<Story.Told> told = new ArrayList<>();

  /** Tellings of facts that some document of this story already has. */
  private final Set<String> used = new HashSet<>();

  private int day;

  private StoryMaker(long seed) {
    random = new Random(seed * 7919 + 17);
    day = random.nextInt(200);
  }

  /** The scenarios, in turn. */
  private static final int SCENARIOS = 8;

  /** The story of a seed; seeds that follow one another go through all scenarios. */
  public static Story make(long seed) {
    StoryMaker maker = new StoryMaker(seed);
    String note =
        switch ((int) Math.floorMod(seed, (long) SCENARIOS)) {
          case 0 -> maker.reprints();
          case 1 -> maker.excerpts();
          case 2 -> maker.rewrites();
          case 3 -> maker.oneQuotation();
          case 4 -> maker.credited();
          case 5 -> maker.form();
          case 6 -> maker.oneTopic();
          default -> maker.chain();
        };
    return new Story("seed-" + seed, note, maker.told);
  }

  private String reprints() {
    StoryWords.Event event = any(WORDS.events);
    List<String> original = original(event);
    add("wire", original, null, null);
    List<String> reprint = new ArrayList<>(original);
    reprint.set(0, headline());
    add("reprint", reprint, "wire", "copy");
    List<String> near = new ArrayList<>(original);
    near.set(0, headline());
    near.add(1, "By " + person());
    for (int i = 2; i < near.size(); i++) {
      near.set(i, slip(near.get(i)));
    }
    add("near", near, "wire", "copy");
    List<String> moved = new ArrayList<>(original.subList(1, original.size()));
    Collections.shuffle(moved, random);
    moved.addFirst(headline());
    add("moved", moved, "wire", "copy");
    add("own", ownReport(event, 2, true), null, null);
    return "reprint, near copy, other order, a report of its own";
  }

  private String excerpts() {
    StoryWords.Event event = any(WORDS.events);
    List<String> original = original(event);
    add("wire", original, null, null);
    int from = 1 + random.nextInt(original.size() - 4);
    List<String> within = new ArrayList<>(colours(2));
    within.addFirst(headline());
    within.addAll(original.subList(from, from + 3));
    within.addAll(colours(2));
    add("within", within, "wire", "excerpt");
    List<String> cut = new ArrayList<>(original.subList(1, 4));
    add("cut", cut, "wire", "excerpt");
    add("own", ownReport(event, 3, false), null, null);
    return "a part of the original in a piece of its own, the original cut short, an own report";
  }

  private String rewrites() {
    StoryWords.Event event = any(WORDS.events);
    add("wire", original(event), null, null);
    add("rewrite", retold(event, 1), "wire", "rewrite");
    add("again", retold(event, 2), "wire", "rewrite");
    add("own", ownReport(event, 3, true), null, null);
    return "two machine rewrites and a report of its own with the same quotation";
  }

  private String oneQuotation() {
    StoryWords.Event event = any(WORDS.events);
    for (String name : List.of("one", "two", "three", "four")) {
      add(name, ownReport(event, 2, true), null, null);
    }
    return "four reporters at one scene, one quotation";
  }

  private String credited() {
    StoryWords.Event event = any(WORDS.events);
    add("wire", original(event), null, null);
    String agency = told.getFirst().publisher();
    List<String> brief = new ArrayList<>();
    brief.add(headline());
    List<String> facts = new ArrayList<>();
    for (List<String> fact : event.facts().subList(0, 3)) {
      String telling = fact.get(1 + random.nextInt(2));
      used.add(telling);
      facts.add(fill(telling));
    }
    String first = facts.getFirst();
    brief.add(first.substring(0, first.length() - 1) + ", the " + agency + " reported.");
    brief.add("According to the " + agency + ", " + facts.get(1));
    brief.add(facts.get(2));
    add("brief", brief, "wire", "credit");
    add("own", ownReport(event, 2, true), null, null);
    return "a brief that names the agency from which it has everything";
  }

  private String form() {
    int which = random.nextInt(WORDS.forms.size());
    List<String> contents = new ArrayList<>();
    for (int i = which; i < WORDS.contents.size(); i += WORDS.forms.size()) {
      contents.add(WORDS.contents.get(i));
    }
    for (int copy = 0; copy < 4; copy++) {
      List<String> text = new ArrayList<>();
      slots.clear();
      int next = 0;
      for (String line : WORDS.forms.get(which)) {
        text.add(line.equals("*") ? slotContent(contents, next++) : line);
      }
      add("form-" + (copy + 1), text, null, null);
    }
    return "one form, filled in four times";
  }

  private String slotContent(List<String> contents, int at) {
    String filled = fill(contents.get(at % contents.size()));
    slots.clear();
    return filled + " " + fill(colour());
  }

  private String oneTopic() {
    StoryWords.Event event = any(WORDS.events);
    for (String name : List.of("here", "there", "elsewhere")) {
      slots.clear();
      add(name, random.nextBoolean() ? shortReport(event) : ownReport(event, 3, true), null, null);
    }
    return "three happenings of one kind in three places";
  }

  private String chain() {
    StoryWords.Event event = any(WORDS.events);
    List<String> original = original(event);
    add("wire", original, null, null);
    List<String> retold = retold(event, 1);
    add("rewrite", retold, "wire", "rewrite");
    List<String> copy = new ArrayList<>(retold);
    copy.set(0, headline());
    copy.remove(copy.size() - 1);
    add("copy", copy, "rewrite", "copy");
    List<String> within = new ArrayList<>(colours(2));
    within.addFirst(headline());
    within.addAll(2, copy.subList(2, 5));
    add("excerpt", within, "copy", "excerpt");
    add("own", ownReport(event, 3, true), null, null);
    return "a rewrite, a copy of it, an excerpt of the copy, a report of its own";
  }

  private List<String> original(StoryWords.Event event) {
    List<String> text = new ArrayList<>();
    text.add(headline());
    event.facts().forEach(fact -> used.add(fact.getFirst()));
    event.facts().forEach(fact -> text.add(fill(fact.getFirst())));
    text.add(2 + random.nextInt(2), fill(event.quote()));
    return text;
  }

  /** The original's facts one by one in other words; the quotation stays or goes. */
  private List<String> retold(StoryWords.Event event, int words) {
    List<String> text = new ArrayList<>();
    text.add(headline());
    for (List<String> fact : event.facts()) {
      used.add(fact.get(words));
      text.add(fill(fact.get(words)));
    }
    if (random.nextBoolean()) {
      text.add(3, fill(event.quote()));
    }
    return text;
  }

  /** Somebody who was there: what they saw, and as many of the known facts as said. */
  private List<String> ownReport(StoryWords.Event event, int facts, boolean quotes) {
    List<String> text = new ArrayList<>();
    List<List<String>> known = new ArrayList<>(event.facts());
    Collections.shuffle(known, random);
    for (List<String> fact : known.subList(0, facts)) {
      text.add(fill(ownWords(fact)));
    }
    List<String> seen = new ArrayList<>(event.own());
    seen.removeAll(used);
    Collections.shuffle(seen, random);
    seen = seen.subList(0, Math.min(1, seen.size()));
    used.addAll(seen);
    Map<String, String> shared = new HashMap<>(slots);
    // What one reporter sees, nobody else has: other names and numbers.
    slots.keySet().removeIf(slot -> slot.endsWith("C") || slot.endsWith("10b"));
    seen.forEach(one -> text.add(fill(one)));
    slots.putAll(shared);
    text.addAll(colours(4));
    if (quotes) {
      text.add(fill(event.quote()));
    }
    Collections.shuffle(text, random);
    text.addFirst(headline());
    return text;
  }

  /**
   * A telling that no document of this story has. Two who are independent do not write the same
   * sentence; where all tellings are taken the fact goes untold.
   */
  private String ownWords(List<String> fact) {
    List<String> free = new ArrayList<>(fact);
    free.removeAll(used);
    if (free.isEmpty()) {
      return colour();
    }
    String chosen = free.getLast();
    used.add(chosen);
    return chosen;
  }

  private List<String> shortReport(StoryWords.Event event) {
    List<String> text = new ArrayList<>();
    text.add(headline());
    for (List<String> fact : event.facts().subList(0, 3)) {
      text.add(fill(ownWords(fact)));
    }
    text.addAll(colours(2));
    return text;
  }

  private List<String> colours(int count) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String one = colour();
      slots.remove("personE");
      slots.remove("placeD");
      slots.remove("yearB");
      text.add(fill(one));
    }
    return text;
  }

  /** A sentence that no document of this story has yet. */
  private String colour() {
    List<String> free = new ArrayList<>(WORDS.colours);
    free.removeAll(used);
    String chosen = any(free);
    used.add(chosen);
    return chosen;
  }

  /** A headline of its own: two words that nobody shares. */
  private String headline() {
    return "The " + place().toLowerCase(java.util.Locale.ROOT) + " question: notes from " + place();
  }

  private void add(
      String name, List<String> paragraphs, @Nullable String from, @Nullable String as) {
    day += 1 + random.nextInt(3);
    String date = java.time.LocalDate.of(2031, 1, 1).plusDays(day).toString();
    String publisher = place() + " " + part("paper");
    told.add(
        new Story.Told(
            name + ".txt",
            publisher,
            date,
            from == null ? null : from + ".txt",
            as,
            String.join("\n\n", paragraphs) + "\n"));
  }

  private String slip(String sentence) {
    String[] words = sentence.split(" ");
    int at = random.nextInt(words.length);
    if (words[at].length() > 4 && Character.isLowerCase(words[at].charAt(0))) {
      words[at] = words[at].substring(0, 2) + words[at].substring(3);
    }
    return String.join(" ", words);
  }

  private String fill(String line) {
    Matcher slot = SLOT.matcher(line);
    String filled =
        slot.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    slots.computeIfAbsent(found.group(1), name -> value(name))));
    return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
  }

  private String value(String slot) {
    String kind = slot.replaceFirst("[A-Z]$|(?<=0)[bc]$", "");
    return switch (kind) {
      case "person" -> person();
      case "role" -> part("role");
      case "day" -> any(DAYS);
      case "month" -> any(MONTHS);
      case "date" -> (1 + random.nextInt(28)) + " " + any(MONTHS);
      case "year" -> Integer.toString(1960 + random.nextInt(65));
      case "n10" -> Integer.toString(11 + random.nextInt(80));
      case "n100" -> Integer.toString(110 + random.nextInt(800));
      case "n1000" -> (1 + random.nextInt(30)) + "," + (100 + random.nextInt(900));
      case "firm" -> place() + " " + part("firm");
      case "group" -> place() + " " + part("group");
      case "river" -> "the " + place();
      default -> place();
    };
  }

  private String person() {
    return part("given") + " " + part("begin") + part("family");
  }

  private String place() {
    return part("begin") + part("middle") + part("town");
  }

  private String part(String name) {
    return any(Objects.requireNonNull(WORDS.names.get(name), name));
  }

  private <T> T any(T[] from) {
    return from[random.nextInt(from.length)];
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
