package org.tamga.eval;

import java.util.Map;
import java.util.TreeMap;
import org.tamga.annotation.Statement;

/** The measured figures as the tables of docs/quality.md. */
final class QualityTable {
  private QualityTable() {}

  static String of(Map<String, TextScore> byText, Map<String, String> genres) {
    TextScore total = sum(byText);
    StringBuilder page = new StringBuilder();
    page.append("| type | in the gold | found | right | precision | recall | F1 | words alone |\n");
    page.append("| --- | --: | --: | --: | --: | --: | --: | --: |\n");
    for (String type : GoldText.KEYS.keySet()) {
      row(page, type, total.of(type));
    }
    page.append("\n| statements | in the gold | precision | recall |\n");
    page.append("| --- | --: | --: | --: |\n");
    for (Statement.Speech speech : Statement.Speech.values()) {
      page.append("| ").append(kind(speech));
      page.append(" | ").append(total.goldOf(speech).gold());
      page.append(" | ").append(Tally.shown(total.foundAs(speech).precision()));
      page.append(" | ").append(Tally.shown(total.goldOf(speech).recall())).append(" |\n");
    }
    page.append("\n| dangerous mistake | how often |\n| --- | --: |\n");
    for (Danger danger : Danger.values()) {
      page.append("| ").append(danger.words()).append(" | ");
      page.append(total.of(danger));
      if (danger == Danger.WRONG_NAME) {
        page.append(" of ").append(total.named()).append(" statements with a speaker");
      }
      page.append(" |\n");
    }
    genres(page, byText, genres);
    return page.toString();
  }

  private static void genres(
      StringBuilder page, Map<String, TextScore> byText, Map<String, String> genres) {
    Map<String, TextScore> byGenre = new TreeMap<>();
    byText.forEach(
        (name, score) ->
            byGenre
                .computeIfAbsent(genres.getOrDefault(name, "?"), _ -> new TextScore())
                .add(score));
    page.append("\n| genre | statements: precision | recall | F1 | demands: F1 |");
    page.append(" all types: F1 | wrong names |\n");
    page.append("| --- | --: | --: | --: | --: | --: | --: |\n");
    byGenre.forEach(
        (genre, score) -> {
          Tally statements = score.of("statement");
          page.append("| ").append(genre);
          page.append(" | ").append(Tally.shown(statements.precision()));
          page.append(" | ").append(Tally.shown(statements.recall()));
          page.append(" | ").append(Tally.shown(statements.f1()));
          page.append(" | ").append(Tally.shown(score.of("demand").f1()));
          page.append(" | ").append(Tally.shown(score.all().f1()));
          page.append(" | ").append(score.of(Danger.WRONG_NAME)).append(" |\n");
        });
  }

  static TextScore sum(Map<String, TextScore> byText) {
    TextScore total = new TextScore();
    byText.values().forEach(total::add);
    return total;
  }

  private static void row(StringBuilder page, String name, Tally tally) {
    page.append("| ").append(name);
    page.append(" | ").append(tally.gold());
    page.append(" | ").append(tally.found());
    page.append(" | ").append(tally.right());
    page.append(" | ").append(Tally.shown(tally.precision()));
    page.append(" | ").append(Tally.shown(tally.recall()));
    page.append(" | ").append(Tally.shown(tally.f1()));
    page.append(" | ").append(Tally.shown(tally.words())).append(" |\n");
  }

  private static String kind(Statement.Speech speech) {
    return switch (speech) {
      case DIRECT -> "direct (whole quotations)";
      case PARTIAL -> "partial (some words quoted)";
      case INDIRECT -> "indirect (no quotation marks)";
    };
  }
}
