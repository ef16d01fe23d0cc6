package org.tamga.extraction.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.figure.NumberReader.ReadNumber;
import org.tamga.extraction.figure.NumberReader.Word;
import org.tamga.extraction.lexicon.Lexicon;

/** Finds numbers, ranges and their bounds in one sentence; what they count is not its business. */
final class QuantityFinder {
  private static final Pattern WORD =
      Pattern.compile("\\d+(?:[.,:/]\\d+)*\\p{L}*|\\p{L}+(?:['’]\\p{L}+)?|\\S");
  private static final int LONGEST_BOUND = 4;

  private final NumberReader numbers;
  private final Map<String, String> before;
  private final Map<String, String> after;
  private final Map<String, String> indefinite;
  private final Map<String, String> ranges;
  private final Map<String, String> multipliers;
  private final Map<String, String> currencies;
  private final Set<String> several;
  private final Set<String> percent;
  private final Set<String> into;
  private final Set<String> between;
  private final Set<String> and;
  private final Set<String> about;

  QuantityFinder(Lexicon lexicon) {
    numbers = new NumberReader(lexicon);
    before = lexicon.section("before");
    after = lexicon.section("after");
    indefinite = lexicon.section("indefinite");
    ranges = lexicon.section("range");
    multipliers = lexicon.section("multiplier");
    currencies = lexicon.section("currency");
    several = lexicon.words("several");
    percent = lexicon.words("percent");
    into = lexicon.words("into");
    between = lexicon.words("between");
    and = lexicon.words("and");
    about = lexicon.words("about");
  }

  /** The numbers of {@code sentence}, in order; places count from its start. */
  List<Quantity> find(String sentence) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(sentence);
    while (matcher.find()) {
      words.add(new Word(matcher.start(), matcher.end(), matcher.group()));
    }
    var found = new ArrayList<Quantity>();
    int at = 0;
    while (at < words.size()) {
      var open = indefinite(words, at);
      if (open != null) {
        found.add(open);
        at = behind(words, at, open.end());
        continue;
      }
      var number = isLabelled(words, at) ? null : numbers.read(words, at);
      if (number == null) {
        at++;
        continue;
      }
      var quantity = quantity(words, at, number);
      if (quantity != null) {
        found.add(quantity);
        at = behind(words, at, quantity.end());
      } else {
        at = number.next();
      }
    }
    return found;
  }

  private static int behind(List<Word> words, int at, int end) {
    int next = at + 1;
    while (next < words.size() && words.get(next).start() < end) {
      next++;
    }
    return next;
  }

  /** A digit glued to a letter, a sign or another number is a name or a telephone number. */
  private static boolean isLabelled(List<Word> words, int at) {
    var word = words.get(at);
    if (!word.isDigits() || at == 0) {
      return false;
    }
    var previous = words.get(at - 1);
    if (previous.isDigits() && previous.end() + 1 >= word.start()) {
      return true;
    }
    boolean glued = previous.end() == word.start();
    return glued && ("-–+#/@_.".contains(previous.text()) || previous.text().length() > 2);
  }

  private @Nullable Quantity indefinite(List<Word> words, int at) {
    var first = words.get(at).lower();
    var value = indefinite.get(first);
    int next = at + 1;
    if (value == null) {
      // "several hundred", "a few thousand"
      if (!several.contains(first) || next >= words.size()) {
        return null;
      }
      var round = multipliers.get(words.get(next).lower());
      return round == null ? null : open(words, at, next, new BigDecimal(round));
    }
    var low = new BigDecimal(value);
    while (next + 1 < words.size()
        && words.get(next).lower().equals("of")
        && indefinite.containsKey(words.get(next + 1).lower())) {
      low = low.multiply(new BigDecimal(indefinite.get(words.get(next + 1).lower())));
      next += 2;
    }
    boolean tens = first.equals("tens") && next == at + 1;
    return tens ? null : open(words, at, next - 1, low);
  }

  private Quantity open(List<Word> words, int first, int last, BigDecimal low) {
    int start = first;
    if (first >= 2
        && words.get(first - 1).lower().equals("the")
        && into.contains(words.get(first - 2).lower())) {
      start = first - 2;
    }
    int bound = bound(words, start);
    return new Quantity(
        words.get(bound).start(),
        words.get(last).end(),
        low,
        null,
        true,
        Quantity.Kind.INDEFINITE,
        null,
        words.get(first).start());
  }

  private @Nullable Quantity quantity(List<Word> words, int at, ReadNumber first) {
    var low = first.value();
    var high = first.value();
    int next = first.next();
    var range = range(words, at, first);
    if (range != null) {
      boolean shared = range.multiplier().compareTo(first.multiplier()) > 0 && first.digits();
      boolean small = low.compareTo(new BigDecimal(1000)) < 0;
      low = shared && small ? low.multiply(range.multiplier()) : low;
      high = range.value();
      next = range.next();
      if (low.compareTo(high) >= 0) {
        return null;
      }
    }
    var kind = Quantity.Kind.COUNT;
    var unit = currency(words, at);
    int end = words.get(next - 1).end();
    int start = at;
    if (unit != null) {
      kind = Quantity.Kind.MONEY;
      start = at - 1;
    } else if (words.get(at).isDigits() && Character.isLetter(lastOf(words.get(at).text()))) {
      return null;
    } else if (isPercent(words, next)) {
      kind = Quantity.Kind.SHARE;
      int last = percent.contains(words.get(next).lower()) ? next : next + 1;
      end = words.get(last).end();
      next = last + 1;
    }
    if (range != null && start > 0 && between.contains(words.get(start - 1).lower())) {
      start--;
    }
    return bounded(words, start, at, next, end, low, high, kind, unit);
  }

  private static char lastOf(String text) {
    return text.charAt(text.length() - 1);
  }

  private Quantity bounded(
      List<Word> words,
      int start,
      int core,
      int next,
      int end,
      BigDecimal low,
      BigDecimal high,
      Quantity.Kind kind,
      @Nullable String unit) {
    int bound = bound(words, start);
    var meaning = bound < start ? meaning(words, bound, start) : null;
    int behind = end;
    if (next + 1 < words.size()) {
      var phrase = words.get(next).lower() + " " + words.get(next + 1).lower();
      if (meaning == null && after.containsKey(phrase)) {
        meaning = after.get(phrase);
        behind = words.get(next + 1).end();
      }
    }
    boolean plus = next < words.size() && words.get(next).text().equals("+");
    if (meaning == null && plus) {
      meaning = "low";
      behind = words.get(next).end();
    }
    return new Quantity(
        words.get(bound).start(),
        behind,
        "high".equals(meaning) ? null : low,
        "low".equals(meaning) ? null : high,
        "approximate".equals(meaning),
        kind,
        unit,
        words.get(core).start());
  }

  /** The first word of the bound that ends before word {@code at}, or {@code at} itself. */
  private int bound(List<Word> words, int at) {
    for (int length = Math.min(LONGEST_BOUND, at); length > 0; length--) {
      var meaning = meaning(words, at - length, at);
      if (meaning != null) {
        boolean topic =
            length == 1
                && at >= 2
                && (about.contains(words.get(at - 2).lower())
                    || words.get(at - 2).text().equals("-"));
        return topic ? at : at - length;
      }
    }
    return at;
  }

  private @Nullable String meaning(List<Word> words, int from, int to) {
    var phrase = new StringBuilder();
    for (int i = from; i < to; i++) {
      phrase.append(i > from ? " " : "").append(words.get(i).lower());
    }
    return before.get(phrase.toString());
  }

  /** The second number of a range: "1-3 million", "three to five", "between 40 and 60". */
  private @Nullable ReadNumber range(List<Word> words, int at, ReadNumber first) {
    int join = first.next();
    if (join + 1 >= words.size()) {
      return null;
    }
    var kind = ranges.get(words.get(join).lower());
    int second = join + 1;
    if (kind == null) {
      boolean spread =
          at > 0
              && between.contains(words.get(at - 1).lower())
              && and.contains(words.get(join).lower());
      return spread ? numbers.read(words, second) : null;
    }
    if (kind.equals("-")) {
      boolean tight =
          words.get(join).start() - words.get(join - 1).end()
              == words.get(second).start() - words.get(join).end();
      return tight ? numbers.read(words, second) : null;
    }
    // "rose from 40 to 60" is two numbers.
    boolean change = at > 0 && words.get(at - 1).lower().equals("from");
    return change ? null : numbers.read(words, second);
  }

  private @Nullable String currency(List<Word> words, int at) {
    if (at == 0 || words.get(at - 1).end() + 1 < words.get(at).start()) {
      return null;
    }
    var sign = currencies.get(words.get(at - 1).text());
    if (sign == null || at < 2 || words.get(at - 2).end() != words.get(at - 1).start()) {
      return sign;
    }
    return currencies.getOrDefault(words.get(at - 2).text() + words.get(at - 1).text(), sign);
  }

  private boolean isPercent(List<Word> words, int at) {
    if (at >= words.size()) {
      return false;
    }
    var word = words.get(at).lower();
    return percent.contains(word)
        || (at + 1 < words.size() && percent.contains(word + " " + words.get(at + 1).lower()));
  }
}
