package org.tamga.extraction.claim;

import java.util.List;
import java.util.Set;
import org.tamga.annotation.Mention;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Names;
import org.tamga.extraction.phrase.PartyReader;

/** Whose demand it is where no statement holds it. */
final class Voices {
  private final Set<String> says;
  private final PartyReader parties;

  Voices(Lexicon demands, PartyReader parties) {
    this.says = demands.words("say");
    this.parties = parties;
  }

  /**
   * Whether those who made a demand are those who publish the document: it speaks in their voice.
   */
  boolean isPublisher(DocumentContext context, List<Mention> by) {
    var publisher = context.known().publisher();
    if (publisher == null || publisher.isBlank() || by.size() != 1) {
      return false;
    }
    var name = by.getFirst().name();
    return publisher.contains(name) || name.contains(publisher);
  }

  /**
   * "The ministry must …, the council said": the council; "We urge …" outside any quotation: the
   * publisher, where it is known; else nobody.
   */
  List<Mention> of(DocumentContext context, DemandDraft draft, int end, Names names) {
    var view = draft.view();
    int first = draft.actions().getFirst().from();
    var start = view.span(first, first + 1);
    boolean quoted =
        context.analysis().quotations().stream().anyMatch(q -> q.outer().contains(start));
    if (quoted) {
      return List.of();
    }
    if (draft.own()) {
      for (int i = end; i < view.size(); i++) {
        boolean behind = view.word(i).equals(",") || view.word(i).equals("”");
        var read = behind ? parties.forward(view, i + 1) : null;
        if (read != null && read.parties().size() == 1 && view.in(read.end(), says)) {
          var speaker = names.of(read.parties().getFirst());
          return speaker == null ? List.of() : List.of(speaker);
        }
      }
      return List.of();
    }
    var publisher = context.known().publisher();
    if (draft.by().size() != 1 || publisher == null || publisher.isBlank()) {
      return List.of();
    }
    var party = draft.by().getFirst();
    var span = party.span();
    return view.word(party.head()).equals("we")
        ? List.of(Mention.of(context.cited(), span, publisher, null))
        : List.of();
  }
}
