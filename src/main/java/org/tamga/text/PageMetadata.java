package org.tamga.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tamga.text.LinkedData.Json;

/**
 * What a page says about itself: in JSON-LD, Open Graph and other meta tags, and visibly.
 *
 * <p>Where several places speak, the more specific one wins: the notes on the article before those
 * on the page, and these before what is merely visible. Dates are cut to the day, as the publisher
 * wrote it in its own time zone.
 */
final class PageMetadata {
  /** A byline or publisher longer than this is a sentence that strayed into the wrong tag. */
  private static final int LONGEST_NAME = 120;

  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|von|par|por|di|автор|作者|بقلم)\\s*[:：]?\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·»«-]\\s+");
  private static final Pattern ADDRESS = Pattern.compile("https?://.*|.*@.*\\..*|/.*");
  private static final Pattern PATH_DATE = Pattern.compile("/(\\d{4}/\\d{2}/\\d{2})/");
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*");

  private final Document document;
  private final Json.Thing article;

  private PageMetadata(Document document) {
    this.document = document;
    this.article = LinkedData.article(document);
  }

  /**
   * What {@code document} says about itself.
   *
   * @param mainText its main text, by which a wrongly declared language is told
   */
  static Metadata of(Document document, String mainText) {
    PageMetadata page = new PageMetadata(document);
    Optional<String> publisher = page.publisher();
    return new Metadata(
        orNull(page.title(publisher)),
        orNull(page.author()),
        orNull(publisher),
        orNull(page.published()),
        orNull(page.language(mainText)),
        orNull(page.url()));
  }

  private static @Nullable String orNull(Optional<String> value) {
    return value.orElse(null);
  }

  private Optional<String> title(Optional<String> publisher) {
    Optional<String> declared =
        meta("og:title")
            .or(() -> LinkedData.words(article, "headline"))
            .or(() -> meta("twitter:title"))
            .or(() -> Optional.of(document.title().strip()).filter(title -> !title.isEmpty()))
            .map(title -> withoutSite(title, publisher));
    String pageTitle = FurnitureLexicon.normal(document.title() + " " + declared.orElse(""));
    List<String> headings = new ArrayList<>();
    for (Element heading : document.select("h1")) {
      String text = heading.text().strip();
      if (!text.isEmpty()) {
        headings.add(text);
      }
    }
    Optional<String> shown =
        headings.stream()
            .filter(text -> text.length() >= 8 || declared.isEmpty())
            .filter(text -> pageTitle.contains(FurnitureLexicon.normal(text)))
            .filter(text -> publisher.isEmpty() || !text.equalsIgnoreCase(publisher.get()))
            .findFirst();
    return shown
        .or(() -> declared)
        .or(() -> headings.size() == 1 ? Optional.of(headings.getFirst()) : Optional.empty())
        .map(FurnitureLexicon::withoutLabel);
  }

  /** {@code title} without the site's name before or behind it. */
  private static String withoutSite(String title, Optional<String> publisher) {
    String[] parts = SEPARATOR.split(title, -1);
    if (parts.length < 2) {
      return title;
    }
    String last = parts[parts.length - 1];
    boolean named = publisher.isPresent() && sameName(last, publisher.get());
    int words = last.split("\\s+", -1).length;
    int rest = title.split("\\s+", -1).length - words;
    if (named || (words <= 4 && rest >= 2 * words)) {
      String without = title.substring(0, title.lastIndexOf(last)).strip();
      return SEPARATOR.matcher(without + " ").replaceFirst(" ").strip().isEmpty()
          ? title
          : without.replaceFirst("\\s*[|–—·»«-]$", "");
    }
    return title;
  }

  private static boolean sameName(String one, String other) {
    String first = FurnitureLexicon.normal(one);
    String second = FurnitureLexicon.normal(other);
    return !first.isEmpty() && (first.contains(second) || second.contains(first));
  }

  private Optional<String> author() {
    return LinkedData.words(article, "author")
        .flatMap(PageMetadata::name)
        .or(() -> meta("author"))
        .or(() -> meta("article:author"))
        .or(() -> meta("byl"))
        .or(() -> meta("parsely-author"))
        .or(() -> meta("dc.creator"))
        .flatMap(PageMetadata::name)
        .or(() -> visible("[itemprop=author] [itemprop=name], [itemprop=author], a[rel=author]"))
        .or(() -> visible(".byline, .author-name, .article-author, .post-author, .author"))
        .flatMap(PageMetadata::name);
  }

  private Optional<String> publisher() {
    return LinkedData.words(article, "publisher")
        .flatMap(PageMetadata::name)
        .or(() -> meta("og:site_name"))
        .or(() -> meta("publisher"))
        .or(() -> meta("dc.publisher"))
        .or(() -> meta("application-name"))
        .flatMap(PageMetadata::name);
  }

  private Optional<String> published() {
    return LinkedData.words(article, "datePublished")
        .flatMap(WrittenDate::in)
        .or(() -> date("article:published_time", "og:article:published_time"))
        .or(() -> date("datepublished", "pubdate", "publishdate", "publish-date", "date"))
        .or(() -> date("dc.date.issued", "dc.date", "dcterms.created", "dcterms.date"))
        .or(() -> date("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"))
        .or(() -> LinkedData.words(article, "dateCreated").flatMap(WrittenDate::in))
        .or(() -> attribute("[itemprop=datePublished]", "content"))
        .or(() -> attribute("[itemprop=datePublished]", "datetime"))
        .or(() -> attribute("time[pubdate], time[class~=publi|entry-date]", "datetime"))
        .or(() -> attribute("article time, main time, header time, time", "datetime"))
        .or(this::visibleDate)
        .or(() -> url().flatMap(PageMetadata::dateInPath));
  }

  /** Many publishers file their pages by day: {@code /2021/03/14/}. */
  private static Optional<String> dateInPath(String url) {
    Matcher matcher = PATH_DATE.matcher(url);
    return matcher.find() ? WrittenDate.in(matcher.group(1)) : Optional.empty();
  }

  private Optional<String> visibleDate() {
    return document
        .select(
            "[itemprop=datePublished], time, [class*=date], [class*=Date], [class*=publish],"
                + " [class*=time]")
        .stream()
        .limit(40)
        .flatMap(element -> WrittenDate.only(element.text()).stream())
        .findFirst();
  }

  private Optional<String> language(String mainText) {
    Element root = document.selectFirst("html");
    Optional<String> declared =
        Optional.of(root == null ? "" : root.attr("lang") + "")
            .filter(tag -> LANGUAGE.matcher(tag).matches())
            .or(() -> LinkedData.words(article, "inLanguage"))
            .or(() -> meta("og:locale"))
            .or(() -> meta("content-language"))
            .filter(tag -> LANGUAGE.matcher(tag).matches())
            .map(tag -> tag.replace('_', '-'));
    Optional<String> guessed = LanguageGuess.of(mainText);
    boolean disagree =
        declared.isPresent()
            && guessed.isPresent()
            && !Locale.forLanguageTag(declared.get()).getLanguage().equals(guessed.get());
    return declared.isEmpty() || disagree ? guessed : declared.map(PageMetadata::canonicalTag);
  }

  private static String canonicalTag(String tag) {
    return Locale.forLanguageTag(tag).toLanguageTag();
  }

  private Optional<String> url() {
    return attributeText("link[rel=canonical]", "href")
        .or(() -> meta("og:url"))
        .filter(url -> url.startsWith("http://") || url.startsWith("https://"));
  }

  private Optional<String> date(String... names) {
    for (String name : names) {
      Optional<String> date = meta(name).flatMap(WrittenDate::in);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<String> meta(String name) {
    for (Element meta : document.select("meta[content]")) {
      boolean named =
          meta.attr("property").equalsIgnoreCase(name)
              || meta.attr("name").equalsIgnoreCase(name)
              || meta.attr("http-equiv").equalsIgnoreCase(name);
      String content = meta.attr("content").replaceAll("\\s+", " ").strip();
      if (named && !content.isEmpty()) {
        return Optional.of(content);
      }
    }
    return Optional.empty();
  }

  private Optional<String> attribute(String query, String attribute) {
    return attributeText(query, attribute).flatMap(WrittenDate::in);
  }

  private Optional<String> attributeText(String query, String attribute) {
    return document.select(query).stream()
        .map(element -> element.attr(attribute).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private Optional<String> visible(String query) {
    return document.select(query).stream()
        .map(element -> element.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Optional<String> name(String text) {
    String first = SEPARATOR.split(text.strip() + " ", -1)[0];
    String name = BY.matcher(first.strip()).replaceFirst("").strip();
    return name.isEmpty() || name.length() > LONGEST_NAME || ADDRESS.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(name);
  }
}
