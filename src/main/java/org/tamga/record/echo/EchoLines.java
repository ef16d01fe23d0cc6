package org.tamga.record.echo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.independence.EchoGroup;
import org.tamga.corroboration.independence.EchoKind;
import org.tamga.corroboration.independence.Link;
import org.tamga.corroboration.independence.Source;
import org.tamga.corroboration.independence.Verdict;
import org.tamga.corroboration.origin.Origin;
import org.tamga.corroboration.passage.Passage;
import org.tamga.record.decision.GroupDecisions;
import org.tamga.record.decision.GroupDecisionsJson;
import org.tamga.text.Span;
import org.tamga.vault.Digest;

/**
 * Writes what repeats what as record lines: docs/spec/echoes.md, "Record lines".
 *
 * <p>Documents that must not be shown are left out, and with them every reason that was found with
 * their help.
 */
public final class EchoLines {
  /** Raised whenever the lines may differ. */
  private static final String VERSION = "1";

  private static final JsonFactory JSON = new JsonFactory();

  private final Echoes echoes;
  private final IntFunction<@Nullable String> shown;

  /**
   * Lines of these echoes.
   *
   * @param shown the name under which a document is shown, by its number; null for one that is not
   */
  public EchoLines(Echoes echoes, IntFunction<@Nullable String> shown) {
    this.echoes = echoes;
    this.shown = shown;
  }

  /** One place of a line. */
  private record Member(int document, Span place, double similarity) {}

  /** What a line says. */
  private record Line(
      EchoKind kind,
      Verdict verdict,
      List<Integer> documents,
      List<Link> links,
      @Nullable Origin origin,
      List<String> why,
      List<GroupDecisions.Shown> decisions) {

    Line(
        EchoKind kind,
        Verdict verdict,
        List<Integer> documents,
        List<Link> links,
        @Nullable Origin origin,
        List<String> why) {
      this(kind, verdict, documents, links, origin, why, List.of());
    }
  }

  /** Groups, repetitions, then pairs by verdict; those that share but a quotation come last. */
  public List<String> all() {
    List<String> lines = new ArrayList<>(groups());
    lines.addAll(repeats());
    lines.addAll(pairs(Verdict.DEPENDENT));
    lines.addAll(pairs(Verdict.UNKNOWN));
    lines.addAll(pairs(Verdict.INDEPENDENT));
    return lines;
  }

  /** The groups, in the order of their first documents. */
  public List<String> groups() {
    List<String> lines = new ArrayList<>();
    for (EchoGroup group : echoes.groups()) {
      List<Integer> documents = group.documents().stream().filter(this::isShown).toList();
      if (documents.size() > 1) {
        List<Link> links = group.links().stream().filter(this::isShown).toList();
        boolean isWhole = documents.size() == group.documents().size() && namesAll(documents);
        lines.add(
            write(
                new Line(
                    group.kind(),
                    Verdict.DEPENDENT,
                    documents,
                    links,
                    isWhole ? group.origin() : null,
                    isWhole ? group.why() : List.of(),
                    isWhole ? echoes.decisions(group) : List.of())));
      }
    }
    return lines;
  }

  /** What pages say more than once, a line for each paragraph. */
  public List<String> repeats() {
    List<String> lines = new ArrayList<>();
    for (int document = 0; document < echoes.repeats().size(); document++) {
      if (isShown(document)) {
        Map<Span, List<Passage>> again = new TreeMap<>();
        for (Passage repeat : echoes.repeats().get(document)) {
          again.computeIfAbsent(repeat.first(), first -> new ArrayList<>()).add(repeat);
        }
        for (Map.Entry<Span, List<Passage>> one : again.entrySet()) {
          lines.add(repeat(document, one.getKey(), one.getValue()));
        }
      }
    }
    return lines;
  }

  /** Pairs of documents beside the groups: what one holds of another, what may be an echo. */
  public List<String> pairs(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    for (Link link : echoes.besideGroups(verdict)) {
      EchoKind kind = link.judgement().kind();
      if (kind != null && isShown(link)) {
        List<Integer> documents = List.of(link.first(), link.second());
        List<String> why = namesAll(documents) ? link.judgement().why() : List.of();
        lines.add(write(new Line(kind, verdict, documents, List.of(link), null, why)));
      }
    }
    return lines;
  }

  private boolean isShown(int document) {
    return shown.apply(document) != null;
  }

  private boolean isShown(Link link) {
    return isShown(link.first()) && isShown(link.second());
  }

  /** Reasons speak of documents by their files: none may be told where one goes by another name. */
  private boolean namesAll(List<Integer> documents) {
    for (int document : documents) {
      if (!echoes.sources().get(document).file().equals(shown.apply(document))) {
        return false;
      }
    }
    return true;
  }

  private String repeat(int document, Span first, List<Passage> again) {
    List<Member> members = new ArrayList<>();
    members.add(new Member(document, first, 1));
    again.forEach(one -> members.add(new Member(document, one.second(), one.similarity())));
    Line line =
        new Line(
            EchoKind.COPY,
            Verdict.DEPENDENT,
            List.of(document),
            List.of(),
            null,
            List.of("the page shows these words more than once"));
    return write(line, members);
  }

  private String write(Line line) {
    return write(line, members(line.links()));
  }

  /** Each place once, with the greatest similarity to any other. */
  private static List<Member> members(List<Link> links) {
    List<Member> all = new ArrayList<>();
    for (Link link : links) {
      for (Passage passage : link.passages()) {
        all.add(new Member(link.first(), passage.first(), passage.similarity()));
        all.add(new Member(link.second(), passage.second(), passage.similarity()));
      }
    }
    all.sort(
        java.util.Comparator.comparingInt(Member::document)
            .thenComparing(Member::place)
            .thenComparingDouble(member -> -member.similarity()));
    List<Member> distinct = new ArrayList<>();
    for (Member member : all) {
      boolean isAgain =
          !distinct.isEmpty()
              && distinct.getLast().document() == member.document()
              && distinct.getLast().place().contains(member.place());
      if (!isAgain) {
        distinct.add(member);
      }
    }
    return distinct;
  }

  private String write(Line line, List<Member> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("type", "echo");
      json.writeStringField("id", id(line, members));
      json.writeStringField("kind", line.kind().word());
      json.writeStringField("verdict", line.verdict().name().toLowerCase(Locale.ROOT));
      origin(json, line.origin());
      documents(json, line.documents());
      json.writeArrayFieldStart("members");
      for (Member member : members) {
        json.writeStartObject();
        document(json, member.document());
        json.writeNumberField("start", member.place().start());
        json.writeNumberField("end", member.place().end());
        json.writeNumberField("similarity", Math.round(member.similarity() * 1000) / 1000.0);
        json.writeEndObject();
      }
      json.writeEndArray();
      reworded(json, line.links());
      if (!line.why().isEmpty()) {
        json.writeStringField("why", String.join("; ", line.why()));
      }
      if (!line.decisions().isEmpty()) {
        GroupDecisionsJson.write(json, line.decisions());
      }
      json.writeObjectFieldStart("made");
      json.writeStringField("step", "corroboration/echo");
      json.writeStringField("version", VERSION);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** One speaker's words that two documents give otherwise. */
  private void reworded(JsonGenerator json, List<Link> links) throws IOException {
    boolean isFirst = true;
    for (Link link : links) {
      for (Passage passage : link.passages()) {
        if (passage.kind() == Passage.Kind.REWORDED) {
          if (isFirst) {
            json.writeArrayFieldStart("reworded");
            isFirst = false;
          }
          json.writeStartArray();
          place(json, link.first(), passage.first());
          place(json, link.second(), passage.second());
          json.writeEndArray();
        }
      }
    }
    if (!isFirst) {
      json.writeEndArray();
    }
  }

  private void place(JsonGenerator json, int document, Span place) throws IOException {
    json.writeStartObject();
    document(json, document);
    json.writeNumberField("start", place.start());
    json.writeNumberField("end", place.end());
    json.writeEndObject();
  }

  private void origin(JsonGenerator json, @Nullable Origin origin) throws IOException {
    if (origin == null) {
      return;
    }
    if (origin.document() != null) {
      json.writeStringField("origin", origin.document());
      for (Source source : echoes.sources()) {
        if (source.id().equals(origin.document())) {
          json.writeStringField("originFile", source.file());
        }
      }
    }
    if (origin.named() != null) {
      json.writeStringField("originNamed", origin.named());
    }
    json.writeStringField("originWhy", String.join("; ", origin.why()));
  }

  private void documents(JsonGenerator json, List<Integer> documents) throws IOException {
    json.writeArrayFieldStart("documents");
    for (int document : documents) {
      json.writeStartObject();
      document(json, document);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void document(JsonGenerator json, int document) throws IOException {
    json.writeStringField("document", echoes.sources().get(document).id());
    json.writeStringField("file", shown.apply(document));
  }

  private String id(Line line, List<Member> members) {
    StringBuilder parts = new StringBuilder("echo\n").append(line.kind().word());
    for (String document :
        new TreeSet<>(
            line.documents().stream().map(one -> echoes.sources().get(one).id()).toList())) {
      parts.append('\n').append(document);
    }
    if (line.documents().size() == 1) {
      members.forEach(
          member ->
              parts
                  .append('\n')
                  .append(member.place().start())
                  .append('-')
                  .append(member.place().end()));
    }
    return Digest.of(parts.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
