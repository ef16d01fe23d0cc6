package org.tamga.web.corroboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tamga.annotation.Annotation;
import org.tamga.record.RecordDocument;
import org.tamga.record.corroboration.Corroborated;
import org.tamga.record.decision.GroupDecision;
import org.tamga.record.decision.GroupDecisions;
import org.tamga.web.DocumentHead;
import org.tamga.web.Shelf;

/** Words and addresses that the pages of groups have in common. */
final class GroupWords {
  private static final int KEY_DIGITS = 16;

  private final Shelf shelf;
  private final Corroborated found;

  GroupWords(Shelf shelf, Corroborated found) {
    this.shelf = shelf;
    this.found = found;
  }

  /** What a document is called on pages; others do not see the name of its file. */
  String title(String document) {
    RecordDocument known = found.documents().get(document);
    return known == null ? "" : DocumentHead.of(known, shelf.audience()).title();
  }

  /** The address of an annotation's words. */
  static String address(String document, Annotation annotation) {
    String digits = annotation.id().substring(annotation.id().indexOf(':') + 1);
    return "/documents/"
        + document.substring(document.indexOf(':') + 1)
        + "#a-"
        + digits.substring(0, KEY_DIGITS);
  }

  /** The digits of an id. */
  static String hex(String id) {
    return id.substring(id.indexOf(':') + 1);
  }

  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** What people decided; why and by whom is for the keeper: it may name those who told them. */
  List<String> decisions(List<String> members) {
    boolean isKeeper = shelf.audience().maySeeProvenance();
    List<String> lines =
        lines(
            found.decisions().about(members).stream()
                .map(one -> isKeeper ? one : one.withoutWords())
                .toList());
    if (isKeeper) {
      found.decisions().orphans().stream()
          .filter(one -> members.contains(one.decision().annotation()) || isBeside(one, members))
          .forEach(one -> lines.add("orphaned: " + one.decision().decision() + ", its words gone"));
    }
    return lines;
  }

  /** Each decision in a line. */
  static List<String> lines(List<GroupDecisions.Shown> decisions) {
    List<String> lines = new ArrayList<>();
    for (GroupDecisions.Shown one : decisions) {
      lines.add(
          one.decision()
              + " by "
              + (one.signer() == null ? "a person" : one.signer())
              + (one.counts() ? "" : " (undone, or its key revoked: this does not count)")
              + ", "
              + one.time()
              + (one.reason() == null ? "" : ", because: " + one.reason()));
    }
    return lines;
  }

  /** Whether another member of the same decision is here. */
  private boolean isBeside(GroupDecision orphan, List<String> members) {
    return found.decisions().about(members).stream()
        .anyMatch(one -> one.time().equals(orphan.decision().time()));
  }
}
