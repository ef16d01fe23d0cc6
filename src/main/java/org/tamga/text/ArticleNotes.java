package org.tamga.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;

/**
 * What a page says about its article in JSON-LD (W3C, schema.org): machine-readable notes that news
 * sites put into their pages for search engines.
 */
final class ArticleNotes {
  /** Deeper nesting holds nothing about the article itself. */
  private static final int DEEPEST = 40;

  /** Notes longer than this are data of an application, not of an article. */
  private static final int LONGEST_CHARS = 4 * 1024 * 1024;

  private static final Set<String> ARTICLE_TYPES =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BackgroundNewsArticle",
          "LiveBlogPosting",
          "BlogPosting",
          "TechArticle",
          "ScholarlyArticle",
          "Report",
          "SocialMediaPosting",
          "ClaimReview");

  private static final Set<String> PAGE_TYPES = Set.of("WebPage", "ItemPage", "AboutPage");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private ArticleNotes() {}

  /** A piece of JSON. */
  sealed interface Json {
    /** A string, or a number or truth value as it was written. */
    record Words(String text) implements Json {}

    /** A list. */
    record Items(List<Json> items) implements Json {
      public Items {
        items = List.copyOf(items);
      }
    }

    /** An object. */
    record Thing(Map<String, Json> properties) implements Json {
      public Thing {
        properties = Map.copyOf(properties);
      }
    }
  }

  /** What the page's notes say about its article; empty where they say nothing. */
  static Json.Thing article(List<String> notes) {
    List<Json.Thing> things = new ArrayList<>();
    for (String note : notes) {
      parse(note).ifPresent(json -> collect(json, things, 0));
    }
    return things.stream()
        .filter(thing -> rank(thing) > 0)
        .max(Comparator.comparingInt(ArticleNotes::rank))
        .orElse(new Json.Thing(Map.of()));
  }

  /** The words of {@code property} of {@code thing}: a string, or the names of what it holds. */
  static Optional<String> words(Json.Thing thing, String property) {
    return Optional.ofNullable(thing.properties().get(property)).flatMap(ArticleNotes::words);
  }

  private static Optional<String> words(Json json) {
    return switch (json) {
      case Json.Words words -> Optional.of(plain(words.text())).filter(text -> !text.isEmpty());
      case Json.Thing thing ->
          words(thing, thing.properties().containsKey("name") ? "name" : "@id");
      case Json.Items list -> {
        List<String> all = list.items().stream().flatMap(item -> words(item).stream()).toList();
        yield all.isEmpty()
            ? Optional.empty()
            : Optional.of(String.join(", ", all.stream().distinct().toList()));
      }
    };
  }

  private static String plain(String text) {
    boolean markup = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    String plain = markup ? Jsoup.parseBodyFragment(text).text() : text;
    return plain.replaceAll("\\s+", " ").strip();
  }

  private static int rank(Json.Thing thing) {
    Optional<String> type = words(thing, "@type");
    int rank = 0;
    for (String one : type.orElse("").split(", ", -1)) {
      rank = Math.max(rank, ARTICLE_TYPES.contains(one) ? 2 : PAGE_TYPES.contains(one) ? 1 : 0);
    }
    return rank;
  }

  private static void collect(Json json, List<Json.Thing> things, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (json) {
      case Json.Words _ -> {}
      case Json.Items list -> list.items().forEach(item -> collect(item, things, depth + 1));
      case Json.Thing thing -> {
        things.add(thing);
        for (String inner : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
          Json value = thing.properties().get(inner);
          if (value != null) {
            collect(value, things, depth + 1);
          }
        }
      }
    }
  }

  private static Optional<Json> parse(String source) {
    int start = 0;
    while (start < source.length() && source.charAt(start) != '{' && source.charAt(start) != '[') {
      start++;
    }
    if (start == source.length() || source.length() > LONGEST_CHARS) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(source.substring(start))) {
      return value(parser, parser.nextToken(), 0);
    } catch (IOException e) {
      return Optional.empty(); // notes of other programs are often broken; the page stands without
    }
  }

  private static Optional<Json> value(JsonParser parser, JsonToken token, int depth)
      throws IOException {
    if (depth > DEEPEST && token.isStructStart()) {
      var unused = parser.skipChildren();
      return Optional.empty();
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, Json> properties = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        value(parser, parser.nextToken(), depth + 1)
            .ifPresent(json -> properties.putIfAbsent(name, json));
      }
      return Optional.of(new Json.Thing(properties));
    }
    if (token == JsonToken.START_ARRAY) {
      List<Json> items = new ArrayList<>();
      for (JsonToken next = parser.nextToken();
          next != null && next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        value(parser, next, depth + 1).ifPresent(items::add);
      }
      return Optional.of(new Json.Items(items));
    }
    return token.isScalarValue() && token != JsonToken.VALUE_NULL
        ? Optional.of(new Json.Words(parser.getText()))
        : Optional.empty();
  }
}
