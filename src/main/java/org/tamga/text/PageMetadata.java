package org.tamga.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tamga.text.ArticleNotes.Json;

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

  /** Dates named as such beyond these belong to other articles. */
  private static final int MOST_DATED = 10;

  /** How far around an element a comment is looked for. */
  private static final int COMMENT_DEPTH = 12;

  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|von|par|por|di|автор|作者|بقلم)\\s*[:：]?\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·»«-]\\s+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern ADDRESS = Pattern.compile("https?://.*|.*@.*\\..*|/.*");
  private static final Pattern PATH_DATE = Pattern.compile("/(\\d{4}/\\d{2}/\\d{2})/");
  private static final Pattern VISIBLE_NAME = Pattern.compile("[\\p{L}\\p{M} .,:：'’&|–-]{2,80}");
  private static final Pattern BYLINE =
      Pattern.compile("(?:^|[\\s_-])(?:byline|author)(?:$|[\\s_-](?!bio|box|image|avatar))");
  private static final Pattern DATE_NAME =
      Pattern.compile("(?:^|[\\s_-])(?:date|pubdate|published|publish|timestamp|dateline)\\b");

  /** One of these is in all that {@link #BYLINE} finds, and seldom in another name. */
  private static final List<String> BYLINE_PARTS = List.of("byline", "author");

  /** One of these is in all that {@link #DATE_NAME} finds. */
  private static final List<String> DATE_PARTS = List.of("date", "publish", "timestamp");

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*");

  private final Document document;
  private final Json.Thing article;
  private final Map<String, String> metaTags = new HashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<Element> headings = new ArrayList<>();
  private final List<Element> signed = new ArrayList<>();
  private final List<Element> signedByName = new ArrayList<>();
  private final List<Element> datedByProperty = new ArrayList<>();
  private final List<Element> dated = new ArrayList<>();
  private final List<Element> datedByName = new ArrayList<>();

  private PageMetadata(Document document) {
    this.document = document;
    List<String> notes = new ArrayList<>();
    // One walk for all: selecting for each property anew would cost more than parsing the page.
    document.traverse(
        (node, _) -> {
          if (!(node instanceof Element element)) {
            return;
          }
          switch (element.normalName()) {
            case "meta" -> {
              addMetaTag(element);
              addNamed(element);
            }
            case "link" -> addAddress(element);
            case "h1" -> headings.add(element);
            case "time" -> dated.add(element);
            case "script" -> {
              if (element.attr("type").contains("ld+json")) {
                notes.add(element.data());
              }
            }
            default -> addNamed(element);
          }
        });
    this.article = ArticleNotes.article(notes);
  }

  private void addAddress(Element link) {
    String address = link.attr("href").strip();
    if (link.attr("rel").equalsIgnoreCase("canonical") && !address.isEmpty()) {
      addresses.add(address);
    }
  }

  /** Keeps elements that are named for an author or for the day of publication. */
  private void addNamed(Element element) {
    Attributes attributes = element.attributes();
    String property = attributes.get("itemprop");
    String names = attributes.get("class");
    if (property.equals("author") || attributes.get("rel").equals("author")) {
      signed.add(element);
    } else if (holds(names, BYLINE_PARTS) && BYLINE.matcher(names).find()) {
      signedByName.add(element);
    }
    if (property.equals("datePublished")) {
      datedByProperty.add(element);
    } else if (datedByName.size() < MOST_DATED
        && holds(names, DATE_PARTS)
        && DATE_NAME.matcher(names).find()) {
      datedByName.add(element);
    }
  }

  private static boolean holds(String names, List<String> parts) {
    for (String part : parts) {
      if (names.contains(part)) {
        return true;
      }
    }
    return false;
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
            .or(() -> ArticleNotes.words(article, "headline"))
            .or(() -> meta("twitter:title"))
            .or(() -> Optional.of(document.title().strip()).filter(title -> !title.isEmpty()))
            .map(title -> withoutSite(title, publisher));
    String pageTitle = FurnitureLexicon.normal(document.title() + " " + declared.orElse(""));
    List<String> shownHeadings =
        headings.stream().map(h1 -> h1.text().strip()).filter(text -> !text.isEmpty()).toList();
    Optional<String> shown =
        shownHeadings.stream()
            .filter(text -> text.length() >= 8 || declared.isEmpty())
            .filter(text -> pageTitle.contains(FurnitureLexicon.normal(text)))
            .filter(text -> publisher.isEmpty() || !text.equalsIgnoreCase(publisher.get()))
            .findFirst();
    return shown
        .or(() -> declared)
        .or(
            () ->
                shownHeadings.size() == 1
                    ? Optional.of(shownHeadings.getFirst())
                    : Optional.empty())
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
    return ArticleNotes.words(article, "author")
        .flatMap(PageMetadata::name)
        .or(() -> meta("author"))
        .or(() -> meta("article:author"))
        .or(() -> meta("byl"))
        .or(() -> meta("parsely-author"))
        .or(() -> meta("dc.creator"))
        .flatMap(PageMetadata::name)
        .or(() -> firstName(signed))
        .or(() -> firstName(signedByName))
        .flatMap(PageMetadata::name);
  }

  private Optional<String> publisher() {
    return ArticleNotes.words(article, "publisher")
        .flatMap(PageMetadata::name)
        .or(() -> meta("og:site_name"))
        .or(() -> meta("publisher"))
        .or(() -> meta("dc.publisher"))
        .or(() -> meta("application-name"))
        .flatMap(PageMetadata::name);
  }

  private Optional<String> published() {
    return ArticleNotes.words(article, "datePublished")
        .flatMap(WrittenDate::in)
        .or(() -> date("article:published_time", "og:article:published_time"))
        .or(() -> date("datepublished", "pubdate", "publishdate", "publish-date", "date"))
        .or(() -> date("dc.date.issued", "dc.date", "dcterms.created", "dcterms.date"))
        .or(() -> date("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"))
        .or(() -> ArticleNotes.words(article, "dateCreated").flatMap(WrittenDate::in))
        .or(() -> firstDate(datedByProperty))
        .or(() -> firstDate(dated))
        .or(() -> firstDate(datedByName))
        .or(() -> url().flatMap(PageMetadata::dateInPath));
  }

  /** Many publishers file their pages by day: {@code /2021/03/14/}. */
  private static Optional<String> dateInPath(String url) {
    Matcher matcher = PATH_DATE.matcher(url);
    return matcher.find() ? WrittenDate.in(matcher.group(1)) : Optional.empty();
  }

  /** The first date given by elements, in an attribute for programs or in their words. */
  private static Optional<String> firstDate(List<Element> elements) {
    for (Element element : elements.subList(0, Math.min(elements.size(), MOST_DATED))) {
      if (isComment(element)) {
        continue;
      }
      Optional<String> date =
          WrittenDate.in(element.attr("datetime"))
              .or(() -> WrittenDate.in(element.attr("content")))
              .or(() -> WrittenDate.only(element.text()));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** A byline's own name element or link; what stands beside it is a role, a date, a biography. */
  private static String nameWithin(Element byline) {
    Element inner = byline.selectFirst("[itemprop=name], a");
    String text = inner == null ? "" : inner.text().strip();
    return text.isEmpty() ? byline.text().strip() : text;
  }

  /** Whether an element belongs to a reader's comment, whose author is not the page's. */
  private static boolean isComment(Element element) {
    Element around = element;
    for (int i = 0; i < COMMENT_DEPTH && around != null; i++) {
      String names = (around.className() + ' ' + around.id()).toLowerCase(Locale.ROOT);
      if (names.contains("comment") && !around.normalName().equals("body")) {
        return true;
      }
      around = around.parent();
    }
    return false;
  }

  private static Optional<String> firstName(List<Element> elements) {
    return elements.stream()
        .limit(MOST_DATED)
        .filter(element -> !isComment(element))
        .map(PageMetadata::nameWithin)
        .filter(text -> VISIBLE_NAME.matcher(text).matches())
        .flatMap(text -> name(text).stream())
        .findFirst();
  }

  private Optional<String> language(String mainText) {
    Element root = document.firstElementChild();
    Optional<String> declared =
        Optional.of(root == null ? "" : root.attr("lang"))
            .filter(tag -> LANGUAGE.matcher(tag).matches())
            .or(() -> ArticleNotes.words(article, "inLanguage"))
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
    return addresses.stream()
        .findFirst()
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
    return Optional.ofNullable(metaTags.get(name));
  }

  /** Keeps the first content that each name of a meta tag has, names in lower case. */
  private void addMetaTag(Element meta) {
    String content = SPACES.matcher(meta.attr("content")).replaceAll(" ").strip();
    for (String key : List.of("property", "name", "http-equiv")) {
      String name = meta.attr(key).toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !content.isEmpty()) {
        metaTags.putIfAbsent(name, content);
      }
    }
  }

  private static Optional<String> name(String text) {
    String first = SEPARATOR.split(text.strip() + " ", -1)[0];
    String name = BY.matcher(first.strip()).replaceFirst("").strip();
    return name.isEmpty() || name.length() > LONGEST_NAME || ADDRESS.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(name);
  }
}
