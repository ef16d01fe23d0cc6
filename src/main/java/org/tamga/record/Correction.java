package org.tamga.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Allegation;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;
import org.tamga.text.Span;

/**
 * What a person says that an annotation should say: fields by name, each with its value as it is
 * typed.
 *
 * <p>Fields that a type has not, and values that a field cannot have, are refused with an {@link
 * IllegalArgumentException} whose message is for the person. docs/spec/decisions.md, "Fields".
 */
public final class Correction {
  /** Longer values are no names and no dates; code points. */
  private static final int LONGEST_VALUE = 1_000;

  private static final Pattern MENTION = Pattern.compile("([^<>]*)(?:<([^<>]+)>)?");
  private static final Pattern DAY =
      Pattern.compile("(?:\\d{4}|XXXX)(?:-(?:W\\d{2}|(?:\\d{2}|XX)(?:-(?:\\d{2}|XX))?))?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?:\\.\\d{1,6})?");

  private enum Kind {
    MENTION,
    MENTIONS,
    WORD,
    TEXT,
    DATE,
    NUMBER,
    YES
  }

  private record Field(Kind kind, List<String> words) {}

  private static final Map<String, Map<String, Field>> FIELDS = fields();

  private Correction() {}

  private static Map<String, Map<String, Field>> fields() {
    Map<String, Map<String, Field>> all = new LinkedHashMap<>();
    all.put(
        Statement.TYPE,
        table(
            "mention speaker, word speech direct|partial|indirect, text cue,"
                + " word polarity affirmed|denied, word modality asserted|questioned|conditional,"
                + " mention addressee, text medium, date date"));
    all.put(
        Demand.TYPE,
        table(
            "mentions by, mentions to, text cue, text instrument, yes negative, yes order,"
                + " date date, date deadline"));
    all.put(
        Figure.TYPE,
        table(
            "number low, number high, yes approximate, text of, text measure,"
                + " word voice document|attributed|unknown, mention by, date asOf"));
    all.put(
        Position.TYPE,
        table(
            "mentions holders, number count, word stance for|against|abstain, text on,"
                + " text initiative, text forum, mention presentedBy, date date"));
    all.put(
        Allegation.TYPE,
        table(
            "text act, mentions perpetrators, mentions victims, text place, date period,"
                + " word voice document|attributed|unknown, mention by"));
    all.put(Event.TYPE, table("text kind, date date, mentions participants, mention addressee"));
    all.put(DateExpression.TYPE, table("date value"));
    return all;
  }

  private static Map<String, Field> table(String fields) {
    Map<String, Field> table = new LinkedHashMap<>();
    for (String field : fields.split(", *", -1)) {
      String[] parts = field.split(" ", -1);
      Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
      table.put(
          parts[1],
          new Field(kind, parts.length < 3 ? List.of() : List.of(parts[2].split("\\|", -1))));
    }
    return table;
  }

  /** The names of all types. */
  public static List<String> types() {
    return List.copyOf(FIELDS.keySet());
  }

  private static Map<String, Field> fields(String type) {
    Map<String, Field> found = FIELDS.get(type);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no type '" + type + "'; the types are " + String.join(", ", types()));
    }
    return found;
  }

  /** The names of the fields of a type, in the order of record lines. */
  public static List<String> fieldsOf(String type) {
    return List.copyOf(fields(type).keySet());
  }

  /**
   * The annotation with some fields changed.
   *
   * @param set values by field; an empty value takes the field away
   * @param text the text that it cites
   */
  public static Annotation apply(
      Annotation annotation, SortedMap<String, String> set, CitedText text) {
    JsonTree tree = tree(annotation);
    change(tree, annotation.type(), set, text, annotation.target().span().start());
    return RecordLineReader.annotation(annotation.anchor(), tree);
  }

  /** A new annotation of this type, with these fields. */
  public static Annotation make(
      Anchor anchor, String type, SortedMap<String, String> set, CitedText text) {
    JsonTree tree = new JsonTree(new LinkedHashMap<>(Map.of("type", type)));
    if (fieldsOf(type).contains("voice")) {
      tree.members().put("voice", "unknown");
    }
    change(tree, type, set, text, anchor.target().span().start());
    requireWords(type, tree);
    return RecordLineReader.annotation(anchor, tree);
  }

  /**
   * What must be told of a new annotation: whether a statement is a denial is not to be guessed.
   */
  private static void requireWords(String type, JsonTree tree) {
    fields(type)
        .forEach(
            (name, field) -> {
              if (field.kind() == Kind.WORD && !tree.members().containsKey(name)) {
                throw new IllegalArgumentException(
                    "a " + type + " needs " + name + ": " + String.join(", ", field.words()));
              }
            });
  }

  /** What an annotation says, by field and in the order of record lines, as one would type it. */
  public static Map<String, String> values(Annotation annotation) {
    JsonTree tree = tree(annotation);
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : fieldsOf(annotation.type())) {
      JsonTree single = tree.tree(name);
      List<JsonTree> several = tree.trees(name);
      if (single != null) {
        values.put(name, typed(single));
      } else if (!several.isEmpty()) {
        values.put(name, String.join("; ", several.stream().map(Correction::typed).toList()));
      } else if (tree.members().get(name) instanceof BigDecimal number) {
        values.put(name, number.toPlainString());
      } else if (tree.isTrue(name)) {
        values.put(name, "yes");
      } else if (tree.members().get(name) instanceof String text) {
        values.put(name, text);
      }
    }
    return values;
  }

  private static String typed(JsonTree mention) {
    String name = mention.text("name");
    String exact = mention.text("exact");
    if (mention.isTrue("anonymous")) {
      return "<" + exact + ">";
    }
    return name.equals(exact) ? name : name + " <" + exact + ">";
  }

  /** The same content at another anchor. */
  public static Annotation withAnchor(Annotation annotation, Anchor anchor) {
    return RecordLineReader.annotation(anchor, tree(annotation));
  }

  /** The same content at the anchor of another annotation, and within the same statement. */
  public static Annotation inPlaceOf(Annotation other, Annotation annotation) {
    JsonTree tree = tree(annotation);
    if (other instanceof Demand demand && demand.within() != null) {
      tree.members().put("within", demand.within());
    }
    return RecordLineReader.annotation(other.anchor(), tree);
  }

  /**
   * The same content in a text that may have moved: the wordings of all mentions are looked for
   * again.
   *
   * @return null where one of them is not in the text any more
   */
  public static @Nullable Annotation moved(Annotation annotation, Anchor anchor, CitedText text) {
    JsonTree tree = tree(annotation);
    int shift = anchor.target().span().start() - annotation.target().span().start();
    for (Map.Entry<String, Field> one : fields(annotation.type()).entrySet()) {
      JsonTree single = tree.tree(one.getKey());
      List<JsonTree> all = new ArrayList<>(tree.trees(one.getKey()));
      if (single != null) {
        all.add(single);
      }
      for (JsonTree mention : all) {
        Span place = placeOf(text, mention.text("exact"), mention.whole("start") + shift);
        if (place == null) {
          return null;
        }
        mention.members().put("start", BigDecimal.valueOf(place.start()));
        mention.members().put("end", BigDecimal.valueOf(place.end()));
      }
    }
    // The statement around it has another id in another text.
    tree.members().remove("within");
    return RecordLineReader.annotation(anchor, tree);
  }

  private static @Nullable Span placeOf(CitedText text, String words, int start) {
    int end = start + words.codePointCount(0, words.length());
    if (start >= 0 && end <= text.length() && text.at(new Span(start, end)).equals(words)) {
      return new Span(start, end);
    }
    return nearest(text, words, start);
  }

  /** Whether any of these values has words that do not stand in the text. */
  public static boolean hasOwnWords(String type, SortedMap<String, String> set, String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> one : set.entrySet()) {
      Field field = fields(type).get(one.getKey());
      if (field == null) {
        return true;
      }
      List<String> words =
          switch (field.kind()) {
            case TEXT -> List.of(one.getValue());
            case MENTION, MENTIONS -> List.of(one.getValue().split("[;<>]", -1));
            case WORD, DATE, NUMBER, YES -> List.of();
          };
      if (!words.stream().allMatch(w -> folded.contains(w.strip().toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }

  private static JsonTree tree(Annotation annotation) {
    return JsonTree.parse(RecordLines.write("", "", annotation));
  }

  private static void change(
      JsonTree tree, String type, SortedMap<String, String> set, CitedText text, int near) {
    List<String> known = fieldsOf(type);
    set.forEach(
        (name, typed) -> {
          Field field = fields(type).get(name);
          if (field == null) {
            throw new IllegalArgumentException(
                "a " + type + " has no field '" + name + "'; it has " + String.join(", ", known));
          }
          if (typed.codePointCount(0, typed.length()) > LONGEST_VALUE) {
            throw new IllegalArgumentException("the value of " + name + " is too long");
          }
          String value = typed.strip();
          if (value.isEmpty()) {
            tree.members().remove(name);
          } else {
            tree.members().put(name, value(name, field, value, text, near));
          }
        });
  }

  private static Object value(String name, Field field, String value, CitedText text, int near) {
    return switch (field.kind()) {
      case MENTION -> mention(name, value, text, near);
      case MENTIONS ->
          List.of(value.split(";", -1)).stream()
              .map(one -> (Object) mention(name, one.strip(), text, near))
              .toList();
      case TEXT -> value;
      case WORD -> {
        require(field.words().contains(value), name, value, String.join(", ", field.words()));
        yield value;
      }
      case DATE -> {
        boolean isDate = true;
        for (String day : value.split("/", 2)) {
          isDate &= DAY.matcher(day).matches();
        }
        require(isDate, name, value, "dates such as 2031-04-02, 2031-04 or 2031-04/2031-06");
        yield value;
      }
      case NUMBER -> {
        require(NUMBER.matcher(value).matches(), name, value, "numbers in digits");
        require(!name.equals("count") || value.length() < 10, name, value, "whole numbers");
        yield new BigDecimal(value);
      }
      case YES -> {
        require(value.equals("yes"), name, value, "yes, or nothing");
        yield true;
      }
    };
  }

  private static void require(boolean holds, String name, String value, String possible) {
    if (!holds) {
      throw new IllegalArgumentException(
          name + " cannot be '" + value + "'; possible are " + possible);
    }
  }

  /** {@code NAME}, {@code NAME <WORDING>} or {@code <WORDING>} for a source left anonymous. */
  private static JsonTree mention(String field, String typed, CitedText text, int near) {
    Matcher matcher = MENTION.matcher(typed);
    require(matcher.matches(), field, typed, "NAME, NAME <WORDING> and <WORDING>");
    String name = matcher.group(1).strip();
    String given = matcher.group(2);
    String wording = given == null ? name : given.strip();
    require(!wording.isEmpty(), field, typed, "NAME, NAME <WORDING> and <WORDING>");
    Span place = nearest(text, wording, near);
    if (place == null) {
      throw new IllegalArgumentException(
          "'"
              + wording
              + "' is not in the text; give the words of the text that mean this one: "
              + field
              + "=NAME <WORDING>");
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", name.isEmpty() ? wording : name);
    members.put("exact", wording);
    members.put("start", BigDecimal.valueOf(place.start()));
    members.put("end", BigDecimal.valueOf(place.end()));
    if (name.isEmpty()) {
      members.put("anonymous", true);
    }
    return new JsonTree(members);
  }

  /** The occurrence that is nearest to a place; whole words go before parts of words. */
  private static @Nullable Span nearest(CitedText text, String words, int near) {
    String content = text.content();
    Span best = null;
    boolean bestIsWhole = false;
    for (int at = content.indexOf(words); at >= 0; at = content.indexOf(words, at + 1)) {
      boolean isWhole = isWhole(content, at, at + words.length());
      Span place = text.span(at, at + words.length());
      boolean nearer =
          best == null || Math.abs(place.start() - near) < Math.abs(best.start() - near);
      if (isWhole == bestIsWhole ? nearer : isWhole) {
        best = place;
        bestIsWhole = isWhole;
      }
    }
    return best;
  }

  private static boolean isWhole(String content, int start, int end) {
    boolean before = start == 0 || !Character.isLetterOrDigit(content.codePointBefore(start));
    return before
        && (end == content.length() || !Character.isLetterOrDigit(content.codePointAt(end)));
  }
}
