package org.tamga.extraction.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.postag.POSTaggerME;
import org.tamga.annotation.CitedText;

/** Gives each word of a sentence its class and its base form. */
final class WordTagger {
  /** Distinct words remembered, a bound on memory. */
  private static final int REMEMBERED = 20_000;

  private final POSTaggerME tagger;
  private final LemmatizerME lemmatizer;
  private final Map<String, String> lemmas = new HashMap<>();

  WordTagger(LanguageModels models) {
    tagger = new POSTaggerME(models.tag());
    lemmatizer = new LemmatizerME(models.lemma());
  }

  /** The words of one sentence, whose places are given in UTF-16 units. */
  List<Token> tag(CitedText text, List<int[]> words) {
    String[] plain = new String[words.size()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = plain(text.content().substring(words.get(i)[0], words.get(i)[1]));
    }
    String[] tags = tagger.tag(plain);
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < plain.length; i++) {
      int start = words.get(i)[0];
      int end = words.get(i)[1];
      String written = text.content().substring(start, end);
      String tag = plain[i].equals("'s") && tags[i].equals("PUNCT") ? "PART" : tags[i];
      String lemma = lemma(plain[i], tag);
      tokens.add(new Token(text.span(start, end), start, end, written, tag, lemma));
    }
    return tokens;
  }

  /** The marks that the models were trained on. */
  private static String plain(String word) {
    return switch (word) {
      case "“", "”", "„", "«", "»", "``", "''" -> "\"";
      case "‘", "’", "‹", "›", "`" -> "'";
      case "…" -> "...";
      case "—" -> "-";
      default -> word.replace('’', '\'');
    };
  }

  private String lemma(String word, String tag) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (tag.equals("PROPN") || tag.equals("PUNCT") || tag.equals("NUM") || word.length() > 40) {
      return lower;
    }
    String key = tag + ' ' + lower;
    String known = lemmas.get(key);
    if (known == null) {
      String found = lemmatizer.lemmatize(new String[] {lower}, new String[] {tag})[0];
      known = found.isBlank() ? lower : found.toLowerCase(Locale.ROOT);
      if (lemmas.size() < REMEMBERED) {
        lemmas.put(key, known);
      }
    }
    return known;
  }
}
